import { Access } from '../../permissions/Access';
import { ClusterRights } from '../../permissions/ClusterRights';
import {
  clusterResource,
  NamespaceOwnership,
} from '../../permissions/NamespaceOwnership';
import { HostPlace, HostReader } from '../../store/HostReader';
import { RecordReader } from '../../store/RecordReader';

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
