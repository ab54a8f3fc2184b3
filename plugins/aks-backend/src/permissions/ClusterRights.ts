import { NamespaceRecord } from '@backstage-aks/insight';
import { StoredCluster } from '../store/ClusterStore';
import { RecordReader, ServedCluster } from '../store/RecordReader';
import { Access } from './Access';
import { NamedCluster, NamespaceOwnership } from './NamespaceOwnership';
import { NamespaceResource } from './resources';

/** A cluster that records are read of. */
export type IdentifiedCluster = NamedCluster & Pick<StoredCluster, 'id'>;

/** What one caller may see on one cluster, as far as was asked. */
export class ClusterRights<Cluster extends IdentifiedCluster = ServedCluster> {
  readonly cluster: Cluster;
  readonly #reader: RecordReader;
  readonly #ownership: NamespaceOwnership;
  readonly #access: Access;
  readonly #known = new Map<string, NamespaceResource>();

  constructor(options: {
    cluster: Cluster;
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
      return (
        resource &&
        this.#ownership.collects(name) &&
        this.#access.mayReadNamespace(resource)
      );
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
