import { NamespaceRecord } from '@backstage-aks/insight';
import { Access } from '../../permissions/Access';
import {
  clusterResource,
  NamespaceOwnership,
} from '../../permissions/NamespaceOwnership';
import { NamespaceResource } from '../../permissions/resources';
import { StoredCluster } from '../../store/ClusterStore';
import { HostPlace, HostReader } from '../../store/HostReader';
import { RecordReader } from '../../store/RecordReader';

/** What one caller may see on one cluster, as far as was asked. */
export class ClusterRights {
  readonly cluster: StoredCluster;
  readonly #reader: RecordReader;
  readonly #ownership: NamespaceOwnership;
  readonly #access: Access;
  readonly #known = new Map<string, NamespaceResource>();

  constructor(options: {
    cluster: StoredCluster;
    reader: RecordReader;
    ownership: NamespaceOwnership;
    access: Access;
  }) {
    this.cluster = options.cluster;
    this.#reader = options.reader;
    this.#ownership = options.ownership;
    this.#access = options.access;
  }

  /** Those of the namespaces that the caller may read, in their order. */
  async readable(names: readonly string[]): Promise<string[]> {
    await this.#learn(names);
    return names.filter(name => {
      const resource = this.#known.get(name);
      return resource && this.#access.mayReadNamespace(resource);
    });
  }

  /** The owners that the platform bound a namespace to. */
  async owners(name: string): Promise<string[]> {
    await this.#learn([name]);
    return this.#known.get(name)?.owners ?? [];
  }

  async #learn(names: readonly string[]) {
    const unknown = names.filter(name => !this.#known.has(name));
    if (unknown.length === 0) {
      return;
    }
    const records = await this.#reader.byRefs(
      this.cluster.id,
      unknown.map(name => ({ kind: 'Namespace', namespace: '', name })),
    );
    const byName = new Map(
      records
        .filter(
          (record): record is NamespaceRecord => record.kind === 'Namespace',
        )
        .map(record => [record.name, record]),
    );
    for (const name of unknown) {
      this.#known.set(
        name,
        this.#ownership.resource(this.cluster, name, byName.get(name)),
      );
    }
  }
}

/** Where host names may be looked for on behalf of one caller. */
export interface HostScope {
  clusters: readonly ClusterRights[];
  places: readonly HostPlace[];
}

/** Finds the clusters and namespaces in which a caller may look for hosts. */
export class HostScopeResolver {
  readonly #reader: RecordReader;
  readonly #hosts: HostReader;
  readonly #ownership: NamespaceOwnership;

  constructor(options: {
    reader: RecordReader;
    hosts: HostReader;
    ownership: NamespaceOwnership;
  }) {
    this.#reader = options.reader;
    this.#hosts = options.hosts;
    this.#ownership = options.ownership;
  }

  async resolve(access: Access): Promise<HostScope> {
    const clusters = (await this.#reader.clusters())
      .filter(cluster => access.mayReadCluster(clusterResource(cluster)))
      .map(
        cluster =>
          new ClusterRights({
            cluster,
            reader: this.#reader,
            ownership: this.#ownership,
            access,
          }),
      );
    const places = clusters.map(async (rights): Promise<HostPlace> => {
      const clusterId = rights.cluster.id;
      if (access.mayReadEveryNamespace) {
        return { clusterId };
      }
      const names = await this.#hosts.hostNamespaces(clusterId);
      return { clusterId, namespaces: await rights.readable(names) };
    });
    return { clusters, places: await Promise.all(places) };
  }
}
