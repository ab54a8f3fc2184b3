import {
  KubernetesRecord,
  LabelSelector,
  matchesLabels,
  ObjectRef,
  podLabelsOf,
  RecordKind,
  refOf,
  ServiceRecord,
} from '@backstage-aks/insight';
import { Names, RecordReader } from '../store/RecordReader';
import { addGateways } from './addGateways';
import { addNaming } from './addNaming';
import { EdgeWalk } from './EdgeWalk';
import { claimedHosts, givenAddresses } from './ingressNames';
import { NamespaceGate } from './NamespaceGate';

const WORKLOADS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ScaledJob',
  'Pod',
] as const satisfies readonly RecordKind[];

const ENTRANCES = [
  'Service',
  'Ingress',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
] as const satisfies readonly RecordKind[];

/** Kinds whose own labels make them part of a service. */
export const SERVICE_LABEL_KINDS: readonly RecordKind[] = [
  ...WORKLOADS,
  ...ENTRANCES,
];

/** What was read of one service on one cluster. */
export interface ServiceRecords {
  records: KubernetesRecord[];
  /**
   * Its workloads, and the Services, Ingresses and routes that carry its label.
   */
  roots: ObjectRef[];
  /** The names by which more of it was looked for in every namespace. */
  names: Names;
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
    /** The namespaces that the caller may read; nothing else is searched. */
    namespaces: readonly string[];
    /** Admits these namespaces, and others to which relations lead. */
    gate: NamespaceGate;
  }): Promise<ServiceRecords> {
    const { clusterId, selector, namespaces, gate } = query;
    const walk = new EdgeWalk({ reader: this.#reader, clusterId, gate });
    await walk.addByLabels(SERVICE_LABEL_KINDS, selector, namespaces);
    const entrances = ENTRANCES.flatMap(kind => walk.ofKind(kind));
    const workloads = await addWorkloads(walk);
    const topmost = await walk.addRootsOf(workloads);
    await Promise.all([
      walk.addBelow(topmost),
      walk.addSelectingPodsOf(workloads),
      walk.addNamesakes(topmost),
      walk.addScalers(topmost),
    ]);
    await walk.addRoutes(topmost);
    await walk.addHolding(givenAddresses(walk.ofKind('Ingress')));
    await walk.addBackends();
    await Promise.all([addGateways(walk), addNaming(walk)]);
    await Promise.all([
      // Only to see what is claimed twice; where the others lead does not matter.
      walk.addClaiming(claimedHosts(walk.ofKind('Ingress'))),
      walk.addRootsOf(walk.ofKind('ReplicaSet')),
      walk.addEventsAbout([
        ...topmost,
        ...ENTRANCES.flatMap(kind => walk.ofKind(kind)).map(refOf),
      ]),
    ]);
    return {
      records: walk.records(),
      roots: [...topmost, ...entrances.map(refOf)],
      names: walk.names,
    };
  }
}

/**
 * The workloads that carry the label; where in a namespace only Services carry
 * it, those that these select.
 */
async function addWorkloads(walk: EdgeWalk): Promise<KubernetesRecord[]> {
  const labelled = WORKLOADS.flatMap((kind): KubernetesRecord[] =>
    walk.ofKind(kind),
  );
  const withWorkload = new Set(labelled.map(({ namespace }) => namespace));
  const alone = walk
    .ofKind('Service')
    .filter(({ namespace }) => !withWorkload.has(namespace));
  // ReplicaSets carry the labels of their pods, so that a Deployment scaled to
  // zero is found as well; StatefulSets and DaemonSets mostly do.
  const selected = await Promise.all(
    alone.map(async service => {
      const found = await walk.addSelectedBy(service, [
        'Pod',
        'ReplicaSet',
        'StatefulSet',
        'DaemonSet',
      ]);
      return found.filter(record => wouldSelectPodsOf(service, record));
    }),
  );
  return [...labelled, ...selected.flat()];
}

function wouldSelectPodsOf(
  { selector = [] }: ServiceRecord,
  record: KubernetesRecord,
): boolean {
  return matchesLabels(selector, podLabelsOf(record) ?? {});
}
