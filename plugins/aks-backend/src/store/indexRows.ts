import { Edge, KubernetesRecord, RecordKind } from '@backstage-aks/insight';
import { EdgeRow, LabelRow } from './rows';
import { pairsOfSelector } from './selectorPairs';

/** What is found by its labels; other kinds are reached by edges. */
export const LABELLED_KINDS: ReadonlySet<RecordKind> = new Set([
  'Deployment',
  'ReplicaSet',
  'Pod',
  'Service',
  'Ingress',
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
    namespace,
    key,
    value,
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
      to_kind: to.kind,
      to_namespace: to.namespace,
    };
    if ('name' in to) {
      return [{ ...edge, to_name: to.name, to_pair: null, selector: null }];
    }
    return pairsOfSelector(to.selector).map(pair => ({
      ...edge,
      to_name: null,
      to_pair: pair,
      selector: JSON.stringify(to.selector),
    }));
  });
}
