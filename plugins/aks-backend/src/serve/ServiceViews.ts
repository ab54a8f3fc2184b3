import { ExposureResult, exposuresOf, RecordSet } from '@backstage-aks/insight';
import {
  ClusterRef,
  ServiceSelector,
  serviceSelectorOf,
  ViewFrame,
} from '@backstage-aks/plugin-aks-common';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Access } from '../permissions/Access';
import { digest } from './digest';
import { Answer } from './Route';
import { ClusterBasis, ServiceBasis, ServiceBasisReader } from './ServiceBasis';
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
  readonly #basisReader: ServiceBasisReader;
  readonly #serviceReader: ServiceReader;
  readonly #scopeNames: ScopeNames;
  readonly #cache: ViewCache<JudgedService>;
  readonly #now: () => Date;

  constructor(options: {
    basisReader: ServiceBasisReader;
    serviceReader: ServiceReader;
    scopeNames: ScopeNames;
    now: () => Date;
  }) {
    this.#basisReader = options.basisReader;
    this.#serviceReader = options.serviceReader;
    this.#scopeNames = options.scopeNames;
    this.#now = options.now;
    this.#cache = new ViewCache({ entries: KEPT_SERVICES, now: options.now });
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
      : { clusters: [], hidden: { count: 0, namespaces: [] } };
    const fingerprint = digest([entityRef, selector, basis]);
    const service = await this.#cache.get(fingerprint, () =>
      this.#judge(entityRef, selector, basis),
    );
    return {
      etag: digest([view.name, view.version, fingerprint, service.validUntil]),
      body: () => view.compose(service),
    };
  }

  async #judge(
    entityRef: string,
    selector: ServiceSelector | undefined,
    basis: ServiceBasis,
  ): Promise<JudgedService> {
    const judged = selector
      ? await Promise.all(
          basis.clusters.map(cluster => this.#judgeOn(cluster, selector)),
        )
      : [];
    const found = judged.flatMap(result => result ?? []);
    const validUntil = found
      .flatMap(result => result.validUntil ?? [])
      .sort()[0];
    return {
      frame: viewFrame({
        entityRef,
        selector,
        basis,
        found: found.length > 0,
        validUntil,
        scopeNames: this.#scopeNames,
      }),
      clusters: found,
      validUntil,
    };
  }

  async #judgeOn(
    basis: ClusterBasis,
    { selector }: ServiceSelector,
  ): Promise<ClusterService | undefined> {
    const { records, roots } = await this.#serviceReader.read({
      clusterId: basis.cluster.id,
      selector,
      namespaces: basis.namespaces,
    });
    if (records.length === 0) {
      return undefined;
    }
    const { id, ...cluster } = basis.cluster;
    const freshness = new Map(
      basis.kinds.map(source => [source.kind, source.freshness]),
    );
    return {
      cluster,
      ...exposuresOf({
        records: new RecordSet(records),
        roots,
        freshness: kind => freshness.get(kind) ?? { state: 'pending' },
        isReadable: namespace => basis.namespaces.includes(namespace),
        now: this.#now(),
      }),
    };
  }
}
