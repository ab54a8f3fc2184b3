import {
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
import { clusterScope } from '../store/scopes';
import { FewKind, Names, RecordReader } from '../store/RecordReader';
import { NamespaceGate, namespaceOf } from './NamespaceGate';
import { RecordPool } from './RecordPool';
import { gatewayBackends, GatewayRoute, ingressBackends } from './routeTargets';

/**
 * Kinds of cluster-scoped records that a view may hold. Their versions are part
 * of what every view depends on. (A Namespace's change counts for the namespace
 * itself.)
 */
const CLASS_KINDS = ['IngressClass', 'GatewayClass'] as const;

/** The versions of these, too, a view depends on. */
export const CLASS_SCOPES: readonly string[] = CLASS_KINDS.map(clusterScope);

const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  ...CLASS_KINDS,
  'Namespace',
]);

/** Gathers records of one cluster along their edges, in batched reads. */
export class EdgeWalk {
  readonly #reader: RecordReader;
  readonly #clusterId: string;
  readonly #gate: NamespaceGate;
  readonly #pool = new RecordPool();
  readonly #hosts = new Set<string>();
  readonly #addresses = new Set<string>();

  constructor(options: {
    reader: RecordReader;
    clusterId: string;
    /** What it does not admit stays out. */
    gate: NamespaceGate;
  }) {
    this.#reader = options.reader;
    this.#clusterId = options.clusterId;
    this.#gate = options.gate;
  }

  /** The names by which it looked for objects, of whatever namespace. */
  get names(): Names {
    return { hosts: [...this.#hosts], addresses: [...this.#addresses] };
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
    return this.#gather(() =>
      this.#reader.byLabels({ clusterId, kinds, selector, namespaces }),
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

  /**
   * Services, policies and disruption budgets that would select the workloads'
   * pods, were there any.
   */
  async addSelectingPodsOf(workloads: readonly KubernetesRecord[]) {
    const byNamespace = new Map<string, Map<string, Labels>>();
    for (const workload of workloads) {
      const labels = podLabelsOf(workload) ?? {};
      const distinct = byNamespace.get(workload.namespace) ?? new Map();
      byNamespace.set(workload.namespace, distinct);
      distinct.set(JSON.stringify(labels), labels);
    }
    await Promise.all(
      [...byNamespace].map(([namespace, labels]) =>
        this.#gather(() =>
          this.#reader.selecting({
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

  /** What scales the workloads. */
  async addScalers(roots: readonly ObjectRef[]) {
    await this.#addReferrers('scales', roots);
  }

  /**
   * Ingresses and routes of the Gateway API that lead to the Services, or to one
   * called like a workload that does not exist; and the classes they may have.
   */
  async addRoutes(roots: readonly ObjectRef[]) {
    await this.#addReferrers('routes-to', [
      ...this.ofKind('Service').map(refOf),
      ...this.#pool.missing(roots.map(namesake)),
    ]);
    await Promise.all([
      this.ofKind('Ingress').length > 0 && this.#addAll('IngressClass'),
      this.gatewayRoutes().length > 0 && this.#addAll('GatewayClass'),
    ]);
  }

  /** The routes of the Gateway API that were gathered. */
  gatewayRoutes(): GatewayRoute[] {
    return [
      ...this.ofKind('HTTPRoute'),
      ...this.ofKind('GRPCRoute'),
      ...this.ofKind('TLSRoute'),
    ];
  }

  /**
   * Every Service that the Ingresses and routes name, with endpoints, pods and
   * (for one that was scaled to zero) ReplicaSets.
   */
  async addBackends() {
    await this.#addRefs([
      ...this.ofKind('Ingress').flatMap(ingressBackends),
      ...this.gatewayRoutes().flatMap(gatewayBackends),
    ]);
    const services = this.ofKind('Service');
    await Promise.all([
      this.addEndpointsOf(services),
      ...services.map(service =>
        this.addSelectedBy(service, ['Pod', 'ReplicaSet']),
      ),
    ]);
  }

  /** The load balancers' Services that hold one of the addresses. */
  async addHolding(addresses: readonly string[]) {
    addresses.forEach(address => this.#addresses.add(address));
    return addresses.length === 0
      ? []
      : this.#gather(() => this.#reader.holding(this.#clusterId, addresses));
  }

  /** The Ingresses that claim one of the host names, of whatever namespace. */
  async addClaiming(hosts: readonly string[]) {
    hosts.forEach(host => this.#hosts.add(host));
    return hosts.length === 0
      ? []
      : this.#gather(() => this.#reader.claiming(this.#clusterId, hosts));
  }

  async addEndpointsOf(services: readonly ServiceRecord[]) {
    await this.#addReferrers('endpoints-of', services);
  }

  /** Records of kinds that a namespace, or the cluster, has few of. */
  async addFew(kinds: readonly FewKind[], namespaces: readonly string[]) {
    const clusterId = this.#clusterId;
    await this.#gate.decide(namespaces);
    const open = namespaces.filter(name => this.#gate.isOpen(name));
    return open.length === 0
      ? []
      : this.#gather(() =>
          this.#reader.few({ clusterId, kinds, namespaces: open }),
        );
  }

  /** Warnings about the objects. */
  async addEventsAbout(refs: readonly ObjectRef[]) {
    await this.#addReferrers('about', refs);
  }

  async #addAll(kind: (typeof CLASS_KINDS)[number]) {
    await this.#gather(() => this.#reader.all(this.#clusterId, kind));
  }

  async #addReferrers(relation: Relation, targets: readonly ObjectRef[]) {
    return targets.length === 0
      ? []
      : this.#gather(() =>
          this.#reader.referrers(this.#clusterId, relation, targets),
        );
  }

  async #addRefs(refs: readonly ObjectRef[]) {
    // The Node that owns a static pod, for one, is no part of a service.
    const missing = this.#pool
      .missing(refs)
      .filter(
        ({ kind, namespace }) => namespace !== '' || CLUSTER_SCOPED.has(kind),
      );
    await this.#gate.decide(missing.map(namespaceOf));
    const open = missing.filter(ref => this.#gate.admits(ref));
    return open.length === 0
      ? []
      : this.#gather(() => this.#reader.byRefs(this.#clusterId, open));
  }

  // Whatever relation led here: a namespace that the caller may not read stays
  // out. What was read of a namespace before its version was may be older than
  // that, so it is read again.
  async #gather(read: () => Promise<readonly KubernetesRecord[]>) {
    const records = await read();
    const opened = await this.#gate.decide(
      records.map(({ namespace }) => namespace),
    );
    const current = opened ? await read() : records;
    const allowed = current.filter(record => this.#gate.admits(record));
    this.#pool.add(allowed);
    return allowed;
  }
}

function namesake({ namespace, name }: ObjectRef): ObjectRef {
  return { kind: 'Service', namespace, name };
}
