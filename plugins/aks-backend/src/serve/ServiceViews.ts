import {
  ExposureResult,
  exposuresOf,
  RecordSet,
  Upstream,
} from '@backstage-aks/insight';
import {
  ClusterRef,
  ServiceSelector,
  serviceSelectorOf,
  ViewFrame,
} from '@backstage-aks/plugin-aks-common';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Access } from '../permissions/Access';
import { ClusterRights } from '../permissions/ClusterRights';
import { secondsSince } from '../metrics/secondsSince';
import { ServeMetrics } from '../metrics/ServeMetrics';
import { NamespaceOwnership } from '../permissions/NamespaceOwnership';
import { RecordReader } from '../store/RecordReader';
import { digest } from './digest';
import { Beyond, hasNoNewcomer, isCurrent, Named } from './currency';
import { NamespaceGate } from './NamespaceGate';
import { Answer } from './Route';
import {
  ClusterBasis,
  NO_BASIS,
  ServiceBasis,
  ServiceBasisReader,
} from './ServiceBasis';
import { ScopeNames } from './ScopeNames';
import { ServiceReader } from './ServiceReader';
import { viewFrame } from './viewFrame';
import { ViewCache } from './ViewCache';

/** A service on one cluster where some of it was found, judged. */
export interface ClusterService extends ExposureResult {
  cluster: ClusterRef;
}

/** A service as one caller may see it, judged. */
export interface JudgedService {
  frame: ViewFrame;
  clusters: ClusterService[];
  /** What its relations led to, beyond the namespaces of its basis. */
  beyond: Beyond[];
  /** Where else something of its names may come up. */
  named: Named[];
  validUntil?: string;
}

/** A view of a service. */
export interface ServiceView {
  name: string;
  /** Grows when the same records make another answer. */
  version: number;
  compose(service: JudgedService): unknown;
}

// A judged service takes some ten kilobytes.
const KEPT_SERVICES = 500;

/** Answers views of services, computed when something they show has changed. */
export class ServiceViews {
  readonly #reader: RecordReader;
  readonly #ownership: NamespaceOwnership;
  readonly #basisReader: ServiceBasisReader;
  readonly #serviceReader: ServiceReader;
  readonly #scopeNames: ScopeNames;
  readonly #upstreams: readonly Upstream[];
  readonly #cache: ViewCache<JudgedService>;
  readonly #metrics: ServeMetrics;
  readonly #now: () => Date;

  constructor(options: {
    reader: RecordReader;
    ownership: NamespaceOwnership;
    basisReader: ServiceBasisReader;
    serviceReader: ServiceReader;
    scopeNames: ScopeNames;
    upstreams: readonly Upstream[];
    metrics: ServeMetrics;
    now: () => Date;
  }) {
    this.#reader = options.reader;
    this.#ownership = options.ownership;
    this.#basisReader = options.basisReader;
    this.#serviceReader = options.serviceReader;
    this.#scopeNames = options.scopeNames;
    this.#upstreams = options.upstreams;
    this.#now = options.now;
    this.#metrics = options.metrics;
    this.#cache = new ViewCache({
      entries: KEPT_SERVICES,
      now: options.now,
      onLookUp: result => this.#metrics.lookedUp(result),
    });
  }

  /** @throws InputError when the entity's label selector cannot be used. */
  async answer(
    view: ServiceView,
    entity: Entity,
    access: Access,
  ): Promise<Answer> {
    const entityRef = stringifyEntityRef(entity);
    const selector = serviceSelectorOf(entity);
    const basis: ServiceBasis = selector
      ? await this.#basisReader.read(selector, access)
      : NO_BASIS;
    const fingerprint = digest([
      entityRef,
      selector,
      basis.fingerprint,
      this.#upstreams,
    ]);
    const service = await this.#judged(fingerprint, access, () =>
      this.#judge(entityRef, selector, basis, access),
    );
    const { beyond, validUntil } = service;
    // Of what is hidden nothing shows, not even that it came or went.
    const seen = beyond.flatMap(({ clusterId, namespaces }) =>
      namespaces
        .filter(({ version }) => version !== undefined)
        .map(namespace => [clusterId, namespace]),
    );
    return {
      etag: digest([view.name, view.version, fingerprint, seen, validUntil]),
      body: () => view.compose(service),
    };
  }

  // Callers of whom the basis is the same share what was judged, unless relations
  // lead beyond it: there their rights may differ.
  async #judged(
    fingerprint: string,
    access: Access,
    judge: () => Promise<JudgedService>,
  ): Promise<JudgedService> {
    let fresh: JudgedService | undefined;
    const shared = await this.#cache.get(
      fingerprint,
      async () => {
        fresh = await judge();
        return fresh;
      },
      // Where it has something beyond, it only says that callers differ.
      async ({ beyond, named }) =>
        beyond.length > 0 || hasNoNewcomer(this.#reader, named),
    );
    return shared.beyond.length === 0
      ? shared
      : this.#cache.get(
          digest([fingerprint, access.fingerprint]),
          async () => fresh ?? judge(),
          async ({ beyond, named }) =>
            (await isCurrent(this.#reader, beyond)) &&
            hasNoNewcomer(this.#reader, named),
        );
  }

  async #judge(
    entityRef: string,
    selector: ServiceSelector | undefined,
    basis: ServiceBasis,
    access: Access,
  ): Promise<JudgedService> {
    const start = performance.now();
    const judged = selector
      ? await Promise.all(
          basis.clusters.map(cluster =>
            this.#judgeOn(cluster, selector, access),
          ),
        )
      : [];
    this.#metrics.judged(secondsSince(start));
    const found = judged.flatMap(({ service }) => service ?? []);
    const beyond = judged
      .map(result => result.beyond)
      .filter(({ namespaces }) => namespaces.length > 0);
    const named = judged
      .map(result => result.named)
      .filter(({ names }) => names.hosts.length + names.addresses.length > 0);
    const validUntil = found
      .flatMap(result => result.validUntil ?? [])
      .sort()[0];
    return {
      frame: viewFrame({
        entityRef,
        selector,
        basis,
        beyond,
        named,
        foundOn: new Set(found.map(({ cluster }) => cluster.slug)),
        validUntil,
        scopeNames: this.#scopeNames,
      }),
      clusters: found,
      beyond,
      named,
      validUntil,
    };
  }

  async #judgeOn(
    { cluster, namespaces, sources }: ClusterBasis,
    { selector }: ServiceSelector,
    access: Access,
  ): Promise<{ service?: ClusterService; beyond: Beyond; named: Named }> {
    const reader = this.#reader;
    const { id: clusterId, slug, name, environment } = cluster;
    const rights = new ClusterRights({
      cluster,
      reader,
      ownership: this.#ownership,
      access,
    });
    const gate = new NamespaceGate({ reader, clusterId, namespaces, rights });
    const { records, roots, names } = await this.#serviceReader.read({
      clusterId,
      selector,
      namespaces,
      gate,
    });
    const beyond = { clusterId, namespaces: gate.beyond };
    const named = { clusterId, names, met: gate.met };
    if (records.length === 0) {
      return { beyond, named };
    }
    const service = {
      cluster: { slug, name, environment },
      ...exposuresOf({
        records: new RecordSet(records),
        roots,
        freshness: kind => sources.freshness.get(kind) ?? { state: 'pending' },
        isReadable: namespace => gate.isOpen(namespace),
        upstreams: this.#upstreams,
        now: this.#now(),
      }),
    };
    return { service, beyond, named };
  }
}
