import { Node, Pod } from '../objects/workloads';
import { hasCondition, isFinished } from './conditions';
import { quantityOf } from './quantity';
import { VolumeFit } from './volumeFit';

/** Where a pod can go, or why nowhere. */
export interface Fit {
  node?: Node;
  message: string;
}

const PREEMPTION_HELPS = [
  'Insufficient cpu',
  'Insufficient memory',
  'Too many pods',
];

/** Finds the node with the fewest pods of those that can take a pod. */
export function fittingNode(
  pod: Pod,
  nodes: Node[],
  pods: Pod[],
  volumes: VolumeFit,
): Fit {
  if (volumes.refusal) {
    return { message: refusalMessage(nodes.length, [volumes.refusal]) };
  }
  const reasons = new Map<string, number>();
  const fitting: { node: Node; load: number }[] = [];
  for (const node of nodes) {
    const present = pods.filter(
      other => other.spec.nodeName === node.metadata.name && !isFinished(other),
    );
    const refusals = refusalsOf(pod, node, present, volumes);
    if (refusals.length === 0) {
      fitting.push({ node, load: loadOf(pod, present) });
    }
    for (const refusal of refusals) {
      reasons.set(refusal, (reasons.get(refusal) ?? 0) + 1);
    }
  }
  const [best] = fitting.sort((left, right) => left.load - right.load);
  return best
    ? { node: best.node, message: '' }
    : { message: countedMessage(nodes.length, reasons) };
}

// Pods of one workload are spread before anything else.
function loadOf(pod: Pod, present: Pod[]): number {
  const owner = pod.metadata.ownerReferences?.[0]?.uid;
  const siblings = present.filter(
    other => owner && other.metadata.ownerReferences?.[0]?.uid === owner,
  );
  return siblings.length * 1000 + present.length;
}

function refusalsOf(
  pod: Pod,
  node: Node,
  present: Pod[],
  volumes: VolumeFit,
): string[] {
  if (node.spec.unschedulable) {
    return ['node(s) were unschedulable'];
  }
  const taint = (node.spec.taints ?? []).find(
    ({ key, value, effect }) =>
      effect !== 'PreferNoSchedule' && !tolerates(pod, key, value, effect),
  );
  if (taint) {
    return [
      `node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`,
    ];
  }
  const labels = node.metadata.labels ?? {};
  const selects = Object.entries(pod.spec.nodeSelector ?? {}).every(
    ([key, value]) => labels[key] === value,
  );
  if (!selects) {
    return ["node(s) didn't match Pod's node affinity/selector"];
  }
  const { conditions } = node.status;
  if (conditions && !hasCondition(conditions, 'Ready')) {
    return ['node(s) were not ready'];
  }
  const unreached = volumes.refusalOf(node);
  return unreached ? [unreached] : shortages(pod, node, present);
}

function tolerates(
  pod: Pod,
  key: string,
  value: string | undefined,
  effect: string,
): boolean {
  return (pod.spec.tolerations ?? []).some(
    toleration =>
      (!toleration.key || toleration.key === key) &&
      (!toleration.effect || toleration.effect === effect) &&
      (toleration.operator === 'Exists' ||
        (toleration.value ?? '') === (value ?? '')),
  );
}

function shortages(pod: Pod, node: Node, present: Pod[]): string[] {
  const allocatable = node.status.allocatable ?? {};
  const short = ['cpu', 'memory'].filter(resource => {
    const capacity = allocatable[resource];
    const used = present.reduce(
      (sum, one) => sum + requested(one, resource),
      0,
    );
    return (
      capacity !== undefined &&
      used + requested(pod, resource) > quantityOf(capacity)
    );
  });
  const tooMany =
    allocatable.pods !== undefined &&
    present.length >= quantityOf(allocatable.pods);
  return [
    ...(tooMany ? ['Too many pods'] : []),
    ...short.map(resource => `Insufficient ${resource}`),
  ];
}

function requested(pod: Pod, resource: string): number {
  return pod.spec.containers.reduce(
    (sum, { resources }) => sum + quantityOf(resources?.requests?.[resource]),
    0,
  );
}

function countedMessage(total: number, reasons: Map<string, number>): string {
  const sorted = [...reasons]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort();
  const helps = [...reasons]
    .filter(([reason]) => PREEMPTION_HELPS.includes(reason))
    .reduce((sum, [, count]) => sum + count, 0);
  const hopeless = Math.max(total - helps, 0);
  return refusalMessage(total, sorted, hopeless, helps);
}

function refusalMessage(
  total: number,
  reasons: string[],
  hopeless = total,
  helps = 0,
): string {
  const preemption = [
    ...(hopeless > 0
      ? [`${hopeless} Preemption is not helpful for scheduling`]
      : []),
    ...(helps > 0
      ? [
          `${Math.min(
            helps,
            total,
          )} No preemption victims found for incoming pod`,
        ]
      : []),
  ];
  return `0/${total} nodes are available: ${reasons.join(
    ', ',
  )}. preemption: 0/${total} nodes are available: ${preemption.join(', ')}.`;
}
