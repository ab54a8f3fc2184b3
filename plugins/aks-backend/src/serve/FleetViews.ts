import { Freshness, NamespaceRecord } from '@backstage-aks/insight';
import { ClusterList, FleetStatus } from '@backstage-aks/plugin-aks-common';
import { Access } from '../permissions/Access';
import {
  clusterResource,
  NamespaceOwnership,
} from '../permissions/NamespaceOwnership';
import { StoredCluster, StoredSource } from '../store/ClusterStore';
import { RecordReader } from '../store/RecordReader';
import { StoreHealth } from '../store/StoreHealth';
import { tellableError, tellableFreshness } from './tellableFreshness';
import { withinCluster } from './withinCluster';

/** Answers what is known of the fleet: only clusters that the caller may read. */
export class FleetViews {
  readonly #reader: RecordReader;
  readonly #ownership: NamespaceOwnership;
  readonly #health: StoreHealth;
  readonly #holder: string;
  readonly #now: () => Date;

  constructor(options: {
    reader: RecordReader;
    ownership: NamespaceOwnership;
    health: StoreHealth;
    /** How the store calls this replica. */
    holder: string;
    now: () => Date;
  }) {
    this.#reader = options.reader;
    this.#ownership = options.ownership;
    this.#health = options.health;
    this.#holder = options.holder;
    this.#now = options.now;
  }

  async clusters(access: Access): Promise<ClusterList> {
    const clusters = await this.#readable(access);
    const items = clusters.map(async cluster => ({
      slug: cluster.slug,
      name: cluster.name,
      environment: cluster.environment,
      freshness: tellableFreshness(cluster.freshness, access),
      ...(cluster.kubernetesVersion && {
        kubernetesVersion: cluster.kubernetesVersion,
      }),
      namespaces: await this.#countNamespaces(cluster, access),
    }));
    return { items: await Promise.all(items), totalItems: items.length };
  }

  async status(access: Access): Promise<FleetStatus> {
    const clusters = await this.#readable(access);
    const sources = await this.#reader.sources(clusters.map(({ id }) => id));
    const database = databaseStatus(this.#health, access);
    return {
      clusters: clusters.map(cluster =>
        this.#clusterStatus(
          cluster,
          sources.filter(({ clusterId }) => clusterId === cluster.id),
          access,
        ),
      ),
      ...(database && { database }),
    };
  }

  #clusterStatus(
    cluster: StoredCluster,
    sources: readonly StoredSource[],
    access: Access,
  ) {
    const { slug, name, environment, freshness, holder } = cluster;
    const nextTryAt = nextTry([cluster, ...sources], this.#now());
    return {
      ...{ slug, name, environment },
      freshness: tellableFreshness(freshness, access),
      ...(freshness.state !== 'live' && nextTryAt && { nextTryAt }),
      ...(holder !== undefined && {
        collectedBy:
          holder === this.#holder
            ? ('this-replica' as const)
            : ('another-replica' as const),
      }),
      kinds: sources.map(source => kindStatus(source, freshness, access)),
    };
  }

  async #readable(access: Access) {
    const clusters = await this.#reader.clusters();
    return clusters.filter(cluster =>
      access.mayReadCluster(clusterResource(cluster)),
    );
  }

  async #countNamespaces(cluster: StoredCluster, access: Access) {
    const records = await this.#reader.namespaces(cluster.id);
    return records.filter(
      (record): record is NamespaceRecord =>
        record.kind === 'Namespace' &&
        access.mayReadNamespace(
          this.#ownership.resource(cluster, record.name, record),
        ),
    ).length;
  }
}

// Each kind of a cluster is tried again by itself.
function nextTry(
  tries: readonly { nextTryAt?: string }[],
  now: Date,
): string | undefined {
  const moments = tries.flatMap(({ nextTryAt }) => nextTryAt ?? []).sort();
  return (
    moments.find(moment => Date.parse(moment) >= now.getTime()) ??
    moments[moments.length - 1]
  );
}

// These are read, or looked for, in a way of their own.
const NOT_TRIED: readonly Freshness['state'][] = ['live', 'absent'];

function databaseStatus({ trouble }: StoreHealth, access: Access) {
  return (
    trouble && {
      since: trouble.since,
      message:
        'The portal cannot write to its database. What it shows may be older than it says.',
      remedy:
        'The platform team checks that the database runs, has space left and takes writes. The portal goes on by itself.',
      ...(access.mayReadEveryNamespace && { detail: trouble.detail }),
    }
  );
}

function kindStatus(
  source: StoredSource,
  ofCluster: Freshness,
  access: Access,
) {
  const { kind, records, malformed, lists, lastError } = source;
  const freshness = withinCluster(source.freshness, ofCluster);
  const { nextTryAt } = source;
  return {
    kind,
    freshness: tellableFreshness(freshness, access),
    ...(!NOT_TRIED.includes(freshness.state) && nextTryAt && { nextTryAt }),
    // Counts over all namespaces tell how busy each of them is.
    ...(access.mayReadEveryNamespace && { records, malformed, lists }),
    // That a cluster does not serve a kind is no failure.
    ...(lastError &&
      freshness.state !== 'absent' && {
        lastError: tellableError(lastError, access),
      }),
  };
}
