import { Freshness } from '@backstage-aks/insight';
import { ServiceSelector } from '@backstage-aks/plugin-aks-common';
import { Access } from '../permissions/Access';
import { StoredCluster } from '../store/ClusterStore';
import { RecordReader } from '../store/RecordReader';
import { ServiceScopeResolver } from './ServiceScope';
import { CLASS_SCOPES } from './EdgeWalk';
import { digest } from './digest';
import { NO_SOURCES, SourceStates, ToldSources } from './SourceStates';
import { tellableFreshness } from './tellableFreshness';

/** One cluster that a service view is made of. */
export interface ClusterBasis {
  cluster: Pick<StoredCluster, 'id' | 'slug' | 'name' | 'environment'> & {
    /** Where the Azure portal shows it. */
    azurePortal?: string;
  };
  /** Namespaces that the caller may read. */
  namespaces: string[];
  /** Their versions, after those of what is cluster-scoped. */
  versions: number[];
  freshness: Freshness;
  sources: ToldSources;
}

/**
 * All that a service view depends on, but for time: the same basis makes the
 * same view. It holds nothing of what is hidden from the caller, so that no
 * change to that shows.
 */
export interface ServiceBasis {
  clusters: ClusterBasis[];
  hidden: { count: number; namespaces: string[] };
  /** The same text for the same basis. */
  fingerprint: string;
}

/** What the entity without a selector has. */
export const NO_BASIS: ServiceBasis = {
  clusters: [],
  hidden: { count: 0, namespaces: [] },
  fingerprint: '',
};

/** Reads the basis of service views; few and small reads. */
export class ServiceBasisReader {
  readonly #reader: RecordReader;
  readonly #scopes: ServiceScopeResolver;
  readonly #states: SourceStates;
  readonly #azurePortal: ReadonlyMap<string, string>;

  constructor(options: {
    reader: RecordReader;
    scopes: ServiceScopeResolver;
    states: SourceStates;
    /** Where the Azure portal shows clusters, by their names. */
    azurePortal: ReadonlyMap<string, string>;
  }) {
    this.#reader = options.reader;
    this.#scopes = options.scopes;
    this.#states = options.states;
    this.#azurePortal = options.azurePortal;
  }

  async read(service: ServiceSelector, access: Access): Promise<ServiceBasis> {
    const scope = await this.#scopes.resolve(service, access);
    const told = await this.#states.of(
      scope.clusters.map(({ cluster }) => cluster),
      access,
    );
    const reading = scope.clusters.map(
      async ({ cluster, namespaces }): Promise<ClusterBasis> => {
        const { id, slug, name, environment, freshness } = cluster;
        // It tells of a subscription, which is for those who see something there.
        const azurePortal =
          namespaces.length > 0 ? this.#azurePortal.get(name) : undefined;
        const scopes = [...CLASS_SCOPES, ...namespaces];
        const versions = await this.#reader.versions(id, scopes);
        return {
          cluster: {
            ...{ id, slug, name, environment },
            ...(azurePortal && { azurePortal }),
          },
          namespaces,
          versions: scopes.map(its => versions.get(its) ?? 0),
          freshness: tellableFreshness(freshness, access),
          sources: told.get(id) ?? NO_SOURCES,
        };
      },
    );
    const clusters = await Promise.all(reading);
    const { hidden } = scope;
    return { clusters, hidden, fingerprint: fingerprintOf(clusters, hidden) };
  }
}

function fingerprintOf(
  clusters: readonly ClusterBasis[],
  hidden: ServiceBasis['hidden'],
): string {
  return digest([
    clusters.map(({ sources, ...rest }) => [rest, sources.digest]),
    hidden,
  ]);
}
