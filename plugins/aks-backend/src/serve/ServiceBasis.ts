import { Freshness } from '@backstage-aks/insight';
import { ServiceSelector } from '@backstage-aks/plugin-aks-common';
import { Access } from '../permissions/Access';
import { StoredCluster } from '../store/ClusterStore';
import { RecordReader } from '../store/RecordReader';
import { ServiceScopeResolver } from './ServiceScope';
import { tellableFreshness } from './tellableFreshness';

/** One cluster that a service view is made of. */
export interface ClusterBasis {
  cluster: Pick<StoredCluster, 'id' | 'slug' | 'name' | 'environment'>;
  /** Namespaces that the caller may read. */
  namespaces: string[];
  /** Their versions, after that of what is cluster-scoped. */
  versions: number[];
  freshness: Freshness;
  kinds: { kind: string; freshness: Freshness }[];
}

/**
 * All that a service view depends on, but for time: the same basis makes the
 * same view. It holds nothing of what is hidden from the caller, so that no
 * change to that shows.
 */
export interface ServiceBasis {
  clusters: ClusterBasis[];
  hidden: { count: number; namespaces: string[] };
}

/** Reads the basis of service views; few and small reads. */
export class ServiceBasisReader {
  readonly #reader: RecordReader;
  readonly #scopes: ServiceScopeResolver;

  constructor(options: { reader: RecordReader; scopes: ServiceScopeResolver }) {
    this.#reader = options.reader;
    this.#scopes = options.scopes;
  }

  async read(service: ServiceSelector, access: Access): Promise<ServiceBasis> {
    const scope = await this.#scopes.resolve(service, access);
    const sources = await this.#reader.sources(
      scope.clusters.map(({ cluster }) => cluster.id),
    );
    const clusters = scope.clusters.map(
      async ({ cluster, namespaces }): Promise<ClusterBasis> => {
        const { id, slug, name, environment, freshness } = cluster;
        const scoped = ['', ...namespaces];
        const versions = await this.#reader.versions(id, scoped);
        return {
          cluster: { id, slug, name, environment },
          namespaces,
          versions: scoped.map(namespace => versions.get(namespace) ?? 0),
          freshness: tellableFreshness(freshness, access),
          kinds: sources
            .filter(({ clusterId }) => clusterId === id)
            .map(source => ({
              kind: source.kind,
              freshness: tellableFreshness(source.freshness, access),
            })),
        };
      },
    );
    return { clusters: await Promise.all(clusters), hidden: scope.hidden };
  }
}
