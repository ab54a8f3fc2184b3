import { Edge, KubernetesRecord, RecordKind } from '@backstage-aks/insight';
import { EdgeRow, LabelRow } from './rows';
import { pairsOfSelector } from './selectorPairs';
import { storable } from './storable';

/** What is found by its labels; other kinds are reached by edges. */
export const LABELLED_KINDS: ReadonlySet<RecordKind> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'CronJob',
  'Job',
  'ScaledJob',
  'Pod',
  'Service',
  'Ingress',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
]);

export function labelRows(
  recordId: number,
  clusterId: string,
  { kind, namespace, labels }: KubernetesRecord,
): LabelRow[] {
  if (!LABELLED_KINDS.has(kind)) {
    return [];
  }
  return Object.entries(labels).map(([key, value]) => ({
    record_id: recordId,
    cluster_id: clusterId,
    kind,
    namespace: storable(namespace),
    key: storable(key),
    value: storable(value),
  }));
}

export function edgeRows(
  recordId: number,
  clusterId: string,
  edges: readonly Edge[],
): EdgeRow[] {
  return edges.flatMap(({ relation, to }): EdgeRow[] => {
    const edge = {
      record_id: recordId,
      cluster_id: clusterId,
      relation,
      to_kind: storable(to.kind),
      to_namespace: storable(to.namespace),
    };
    if ('name' in to) {
      const name = storable(to.name);
      return [{ ...edge, to_name: name, to_pair: null, selector: null }];
    }
    const selector = JSON.stringify(to.selector);
    return pairsOfSelector(to.selector).map(pair => ({
      ...edge,
      to_name: null,
      to_pair: storable(pair),
      selector,
    }));
  });
}
