import { objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { ageText } from './ageText';
import { AGE, NAME, TableColumn, textColumn, wide } from './columns';

function containerStatuses(pod: KubernetesObject) {
  return objectsIn(valueAt(pod, 'status.containerStatuses'));
}

function readyText(pod: KubernetesObject): string {
  const total = objectsIn(valueAt(pod, 'spec.containers')).length;
  const ready = containerStatuses(pod).filter(status => status.ready).length;
  return `${ready}/${total}`;
}

// The state that explains most: a container's reason before the pod's phase.
function statusText(pod: KubernetesObject): string {
  let text = String(
    valueAt(pod, 'status.reason') ?? valueAt(pod, 'status.phase') ?? '',
  );
  for (const status of [...containerStatuses(pod)].reverse()) {
    const waiting = valueAt(status, 'state.waiting.reason');
    const terminated = valueAt(status, 'state.terminated.reason');
    text = String(waiting ?? terminated ?? text);
  }
  if (text === 'Completed' && containerStatuses(pod).some(isRunning)) {
    text = 'Running';
  }
  return pod.metadata.deletionTimestamp ? 'Terminating' : text;
}

function isRunning(status: Record<string, unknown>): boolean {
  return Boolean(status.ready) && Boolean(valueAt(status, 'state.running'));
}

function restartsText(pod: KubernetesObject, now: number): string {
  const statuses = containerStatuses(pod);
  const restarts = statuses.reduce(
    (sum, status) => sum + Number(status.restartCount ?? 0),
    0,
  );
  const finished = statuses
    .map(status => valueAt(status, 'lastState.terminated.finishedAt'))
    .filter((time): time is string => typeof time === 'string')
    .sort()
    .pop();
  return restarts > 0 && finished
    ? `${restarts} (${ageText(finished, now)} ago)`
    : String(restarts);
}

function readinessGatesText(pod: KubernetesObject): string {
  const gates = objectsIn(valueAt(pod, 'spec.readinessGates'));
  if (gates.length === 0) {
    return '<none>';
  }
  const conditions = objectsIn(valueAt(pod, 'status.conditions'));
  const met = gates.filter(gate =>
    conditions.some(
      ({ type, status }) => type === gate.conditionType && status === 'True',
    ),
  );
  return `${met.length}/${gates.length}`;
}

export const podColumns: TableColumn[] = [
  NAME,
  {
    name: 'Ready',
    type: 'string',
    description: 'How many of the containers are ready.',
    cell: readyText,
  },
  {
    name: 'Status',
    type: 'string',
    description: 'The state of the pod and its containers.',
    cell: statusText,
  },
  {
    name: 'Restarts',
    type: 'string',
    description: 'How often containers were restarted, and when last.',
    cell: restartsText,
  },
  AGE,
  wide(textColumn('IP', 'status.podIP', 'The address of the pod.', '<none>')),
  wide(textColumn('Node', 'spec.nodeName', 'The node it runs on.', '<none>')),
  wide(
    textColumn(
      'Nominated Node',
      'status.nominatedNodeName',
      'The node where pods are preempted for it.',
      '<none>',
    ),
  ),
  wide({
    name: 'Readiness Gates',
    type: 'string',
    description: 'Further conditions of its readiness.',
    cell: readinessGatesText,
  }),
];
