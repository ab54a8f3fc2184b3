import { NamespaceRecord } from '@backstage-aks/insight';
import { ServiceSelector } from '@backstage-aks/plugin-aks-common';
import { Access } from '../permissions/Access';
import {
  clusterResource,
  NamespaceOwnership,
} from '../permissions/NamespaceOwnership';
import { RecordReader, ServedCluster } from '../store/RecordReader';
import { SERVICE_LABEL_KINDS } from './ServiceReader';

/** One cluster on which a caller may look for a service, and where. */
export interface ClusterScope {
  cluster: ServedCluster;
  /** Namespaces that the caller may read, in alphabetical order. */
  namespaces: string[];
}

/** Where a service may be looked for on behalf of one caller. */
export interface ServiceScope {
  clusters: ClusterScope[];
  hidden: { count: number; namespaces: string[] };
}

/**
 * Finds the namespaces in which a service stands and takes away those which the
 * caller may not read, before anything in them is read.
 *
 * These are the namespaces in which the selector matches. Where relations lead on
 * from there, a `NamespaceGate` decides while they are followed.
 */
export class ServiceScopeResolver {
  readonly #reader: RecordReader;
  readonly #ownership: NamespaceOwnership;

  constructor(options: {
    reader: RecordReader;
    ownership: NamespaceOwnership;
  }) {
    this.#reader = options.reader;
    this.#ownership = options.ownership;
  }

  async resolve(
    service: ServiceSelector,
    access: Access,
  ): Promise<ServiceScope> {
    const clusters = (await this.#reader.clusters()).filter(
      cluster =>
        (service.cluster === undefined || service.cluster === cluster.name) &&
        access.mayReadCluster(clusterResource(cluster)),
    );
    const split = await Promise.all(
      clusters.map(cluster => this.#split(cluster, service, access)),
    );
    return {
      clusters: split.map(({ cluster, visible }) => ({
        cluster,
        namespaces: visible,
      })),
      hidden: hiddenFrom(service, access, split),
    };
  }

  async #split(
    cluster: ServedCluster,
    service: ServiceSelector,
    access: Access,
  ) {
    const names = service.namespaces ?? (await this.#touched(cluster, service));
    const records = await this.#reader.byRefs(
      cluster.id,
      names.map(name => ({ kind: 'Namespace', namespace: '', name })),
    );
    const byName = new Map(
      records
        .filter(
          (record): record is NamespaceRecord => record.kind === 'Namespace',
        )
        .map(record => [record.name, record]),
    );
    const mayRead = (name: string) =>
      access.mayReadNamespace(
        this.#ownership.resource(cluster, name, byName.get(name)),
      );
    const unique = [...new Set(names)].sort();
    return { cluster, visible: unique.filter(mayRead) };
  }

  async #touched(cluster: ServedCluster, { selector }: ServiceSelector) {
    return this.#reader.namespacesByLabels({
      clusterId: cluster.id,
      kinds: SERVICE_LABEL_KINDS,
      selector,
    });
  }
}

// Only what the entity itself names counts as hidden: a count of other
// namespaces in which the selector matches would let anybody who can write an
// annotation ask for labels in them. And it counts where it is visible on no
// cluster, as counting it cluster by cluster would tell on which of them it
// exists under another owner.
function hiddenFrom(
  { namespaces: named = [] }: ServiceSelector,
  access: Access,
  split: readonly { visible: string[] }[],
) {
  if (access.mayReadEveryNamespace) {
    return { count: 0, namespaces: [] };
  }
  const visible = new Set(split.flatMap(cluster => cluster.visible));
  const namespaces = [...new Set(named)].filter(name => !visible.has(name));
  return { count: namespaces.length, namespaces };
}
