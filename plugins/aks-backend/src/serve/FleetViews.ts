import { NamespaceRecord } from '@backstage-aks/insight';
import { ClusterList, FleetStatus } from '@backstage-aks/plugin-aks-common';
import { Access } from '../permissions/Access';
import {
  clusterResource,
  NamespaceOwnership,
} from '../permissions/NamespaceOwnership';
import { StoredCluster, StoredSource } from '../store/ClusterStore';
import { RecordReader } from '../store/RecordReader';
import { tellableError, tellableFreshness } from './tellableFreshness';

/** Answers what is known of the fleet: only clusters that the caller may read. */
export class FleetViews {
  readonly #reader: RecordReader;
  readonly #ownership: NamespaceOwnership;

  constructor(options: {
    reader: RecordReader;
    ownership: NamespaceOwnership;
  }) {
    this.#reader = options.reader;
    this.#ownership = options.ownership;
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
    return {
      clusters: clusters.map(cluster => ({
        slug: cluster.slug,
        name: cluster.name,
        environment: cluster.environment,
        freshness: tellableFreshness(cluster.freshness, access),
        kinds: sources
          .filter(({ clusterId }) => clusterId === cluster.id)
          .map(source => kindStatus(source, access)),
      })),
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

function kindStatus(source: StoredSource, access: Access) {
  const { kind, freshness, records, malformed, lists, lastError } = source;
  return {
    kind,
    freshness: tellableFreshness(freshness, access),
    // Counts over all namespaces tell how busy each of them is.
    ...(access.mayReadEveryNamespace && { records, malformed, lists }),
    ...(lastError && { lastError: tellableError(lastError, access) }),
  };
}
