import {
  IngressRecord,
  KubernetesRecord,
  Labels,
  LabelSelector,
  ObjectRef,
  podLabelsOf,
  RecordKind,
  RecordOf,
  RecordSet,
  refKey,
  refOf,
  Relation,
  ServiceRecord,
} from '@backstage-aks/insight';
import { RecordReader } from '../store/RecordReader';
import { RecordPool } from './RecordPool';

const GATEWAY_ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute'] as const;

/** Gathers records of one cluster along their edges, in batched reads. */
export class EdgeWalk {
  readonly #reader: RecordReader;
  readonly #clusterId: string;
  readonly #namespaces: ReadonlySet<string>;
  readonly #pool = new RecordPool();

  /** @param options - Records of other than these namespaces stay out. */
  constructor(options: {
    reader: RecordReader;
    clusterId: string;
    namespaces: readonly string[];
  }) {
    this.#reader = options.reader;
    this.#clusterId = options.clusterId;
    this.#namespaces = new Set(options.namespaces);
  }

  records(): KubernetesRecord[] {
    return this.#pool.all();
  }

  ofKind<Kind extends RecordKind>(kind: Kind): RecordOf<Kind>[] {
    return this.#pool.ofKind(kind);
  }

  async addByLabels(
    kinds: readonly RecordKind[],
    selector: LabelSelector,
    namespaces: readonly string[],
  ) {
    if (namespaces.length === 0) {
      return [];
    }
    const clusterId = this.#clusterId;
    return this.#add(
      await this.#reader.byLabels({ clusterId, kinds, selector, namespaces }),
    );
  }

  /** The named objects themselves, where they exist. */
  async addNamed(refs: readonly ObjectRef[]) {
    return this.#addRefs(refs);
  }

  /** What a Service selects. */
  async addSelectedBy(service: ServiceRecord, kinds: readonly RecordKind[]) {
    // Without a selector, or with an empty one, a Service selects no pods.
    return service.selector?.length
      ? this.addByLabels(kinds, service.selector, [service.namespace])
      : [];
  }

  /** Adds the owners of workloads; returns those at the top. */
  async addRootsOf(
    workloads: readonly KubernetesRecord[],
  ): Promise<ObjectRef[]> {
    let level = workloads;
    while (level.length > 0) {
      level = await this.#addRefs(level.flatMap(({ owner }) => owner ?? []));
    }
    const records = new RecordSet(this.records());
    const roots = workloads.map(workload => records.rootOf(workload));
    return [...new Map(roots.map(root => [refKey(root), root])).values()];
  }

  /** What the roots own: pods, directly or through ReplicaSets. */
  async addBelow(roots: readonly ObjectRef[]) {
    const children = await this.#addReferrers('owned-by', roots);
    await this.#addReferrers(
      'owned-by',
      children.filter(({ kind }) => kind !== 'Pod'),
    );
  }

  /** Services that would select the workloads' pods, were there any. */
  async addSelectingPodsOf(workloads: readonly KubernetesRecord[]) {
    const byNamespace = new Map<string, Map<string, Labels>>();
    for (const workload of workloads) {
      const labels = podLabelsOf(workload) ?? {};
      const distinct = byNamespace.get(workload.namespace) ?? new Map();
      byNamespace.set(workload.namespace, distinct);
      distinct.set(JSON.stringify(labels), labels);
    }
    await Promise.all(
      [...byNamespace].map(async ([namespace, labels]) =>
        this.#add(
          await this.#reader.selecting({
            clusterId: this.#clusterId,
            targetKind: 'Pod',
            namespace,
            labels: [...labels.values()],
          }),
        ),
      ),
    );
  }

  /**
   * Services called like a workload. One whose selector is mistyped leads
   * nowhere, but it is this service's all the same.
   */
  async addNamesakes(roots: readonly ObjectRef[]) {
    await this.#addRefs(roots.map(namesake));
  }

  /**
   * Ingresses and routes that lead to the Services, or to one called like a
   * workload that does not exist; and what they are served by.
   */
  async addRoutes(roots: readonly ObjectRef[]) {
    await this.#addReferrers('routes-to', [
      ...this.ofKind('Service').map(refOf),
      ...this.#pool.missing(roots.map(namesake)),
    ]);
    if (this.ofKind('Ingress').length > 0) {
      this.#add(await this.#reader.all(this.#clusterId, 'IngressClass'));
    }
    await this.#addParents();
  }

  /**
   * Where routes of the Gateway API hang: ListenerSets, Gateways and their
   * classes; and the routes' namespaces, whose labels listeners may ask for.
   */
  async #addParents() {
    const routes = GATEWAY_ROUTES.flatMap(kind => this.ofKind(kind));
    if (routes.length === 0) {
      return;
    }
    await this.#addRefs([
      ...routes.flatMap(({ parents }) => parents.map(({ to }) => to)),
      ...routes.map(({ namespace: name }) => ({
        kind: 'Namespace',
        namespace: '',
        name,
      })),
    ]);
    await this.#addRefs(
      this.ofKind('ListenerSet').flatMap(({ gateway }) => gateway ?? []),
    );
    this.#add(await this.#reader.all(this.#clusterId, 'GatewayClass'));
  }

  /**
   * Every Service that the Ingresses and routes name, with endpoints, pods and (for one
   * that was scaled to zero) ReplicaSets.
   */
  async addBackends() {
    await this.#addRefs([
      ...this.ofKind('Ingress').flatMap(backendServices),
      ...GATEWAY_ROUTES.flatMap(kind => this.ofKind(kind)).flatMap(
        ({ rules }) =>
          rules.flatMap(({ backends }) => backends.map(({ to }) => to)),
      ),
    ]);
    const services = this.ofKind('Service');
    await Promise.all([
      this.#addReferrers('endpoints-of', services),
      ...services.map(service =>
        this.addSelectedBy(service, ['Pod', 'ReplicaSet']),
      ),
    ]);
  }

  async #addReferrers(relation: Relation, targets: readonly ObjectRef[]) {
    if (targets.length === 0) {
      return [];
    }
    return this.#add(
      await this.#reader.referrers(this.#clusterId, relation, targets),
    );
  }

  async #addRefs(refs: readonly ObjectRef[]) {
    const missing = this.#pool.missing(refs);
    return missing.length === 0
      ? []
      : this.#add(await this.#reader.byRefs(this.#clusterId, missing));
  }

  // Whatever relation led here: a namespace that the caller may not read stays
  // out.
  #add(records: readonly KubernetesRecord[]) {
    const allowed = records.filter(
      ({ namespace }) => namespace === '' || this.#namespaces.has(namespace),
    );
    this.#pool.add(allowed);
    return allowed;
  }
}

function backendServices({
  namespace,
  rules,
  defaultBackend,
}: IngressRecord): ObjectRef[] {
  const backends = rules.flatMap(({ paths }) =>
    paths.map(({ backend }) => backend),
  );
  return [...backends, defaultBackend].flatMap(backend =>
    backend && 'service' in backend
      ? [{ kind: 'Service', namespace, name: backend.service }]
      : [],
  );
}

function namesake({ namespace, name }: ObjectRef): ObjectRef {
  return { kind: 'Service', namespace, name };
}
