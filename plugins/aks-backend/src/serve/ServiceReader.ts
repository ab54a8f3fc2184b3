import {
  KubernetesRecord,
  LabelSelector,
  ObjectRef,
  RecordKind,
  refOf,
} from '@backstage-aks/insight';
import { RecordReader } from '../store/RecordReader';
import { EdgeWalk } from './EdgeWalk';

/** Kinds whose own labels make them part of a service. */
export const SERVICE_LABEL_KINDS = [
  'Deployment',
  'Pod',
  'Service',
  'Ingress',
] as const satisfies readonly RecordKind[];

/** What was read of one service on one cluster. */
export interface ServiceRecords {
  records: KubernetesRecord[];
  /** Its workloads, and the Services and Ingresses that carry its label. */
  roots: ObjectRef[];
}

/**
 * Reads a service of one cluster from the store: its workloads by label, and
 * everything that edges lead to. How many reads that takes depends on how many
 * Services it has, never on how much else its namespaces hold.
 */
export class ServiceReader {
  readonly #reader: RecordReader;

  constructor(reader: RecordReader) {
    this.#reader = reader;
  }

  async read(query: {
    clusterId: string;
    selector: LabelSelector;
    /** The namespaces that the caller may read; nothing else is read. */
    namespaces: readonly string[];
  }): Promise<ServiceRecords> {
    const { clusterId, selector, namespaces } = query;
    const walk = new EdgeWalk({ reader: this.#reader, clusterId, namespaces });
    await walk.addByLabels(SERVICE_LABEL_KINDS, selector, namespaces);
    const entrances = [...walk.ofKind('Service'), ...walk.ofKind('Ingress')];
    const workloads = await addWorkloads(walk);
    const topmost = await walk.addRootsOf(workloads);
    await Promise.all([
      walk.addBelow(topmost),
      walk.addSelectingPodsOf(workloads),
      walk.addNamesakes(topmost),
    ]);
    await walk.addRoutes(topmost);
    await walk.addBackends();
    return {
      records: walk.records(),
      roots: [...topmost, ...entrances.map(refOf)],
    };
  }
}

/**
 * The workloads that carry the label; where in a namespace only Services carry
 * it, those that these select.
 */
async function addWorkloads(walk: EdgeWalk): Promise<KubernetesRecord[]> {
  const labelled = [...walk.ofKind('Deployment'), ...walk.ofKind('Pod')];
  const withWorkload = new Set(labelled.map(({ namespace }) => namespace));
  const alone = walk
    .ofKind('Service')
    .filter(({ namespace }) => !withWorkload.has(namespace));
  // A ReplicaSet carries the labels of its pods, so that a workload scaled to
  // zero is found as well.
  const selected = await Promise.all(
    alone.map(service => walk.addSelectedBy(service, ['Pod', 'ReplicaSet'])),
  );
  return [...labelled, ...selected.flat()];
}
