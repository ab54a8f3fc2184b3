import { valueAt } from '../objects/json';
import { Node, Pod } from '../objects/workloads';
import { StoreEvent } from '../store/ObjectStore';
import { isFinished, isReady } from './conditions';
import { Controller, keyOf } from './Controller';
import { ControllerContext } from './ControllerContext';
import { podProgress } from './podProgress';
import {
  exitCodeOf,
  isImageMissing,
  isSilent,
  unansweredProbe,
} from './podTrouble';
import { NODES, PODS, storeName } from './resources';
import {
  backOff,
  reportUnansweredProbes,
  restartsOf,
  troubledProgress,
} from './troubledProgress';

/** Runs the pods of all nodes: their containers start, become ready, end. */
export const kubeletController: Controller = {
  name: 'kubelet',
  concerns(event, context) {
    for (const pod of podsConcerned(event, context)) {
      const { namespace, name, uid } = pod.metadata;
      const step = nextStep(pod, context);
      if (step) {
        context.again(`${namespace}/${name}/${uid}/${idOf(step)}`, step.wait);
      }
    }
    return [];
  },
  reconcile(key, context) {
    const [namespace, name, uid, stepId] = key.split('/');
    const pod = context.find<Pod>(PODS, `${namespace}/${name}`);
    const step = pod && nextStep(pod, context);
    // Another change of the pod may have led to the same step before.
    if (pod?.metadata.uid === uid && step && idOf(step) === stepId) {
      take(step.name, pod, context);
    }
  },
};

interface Step {
  name:
    | 'terminate'
    | keyof ReturnType<typeof podProgress>
    | keyof ReturnType<typeof troubledProgress>;
  /** Milliseconds until it happens. */
  wait: number;
  /** Tells repetitions of a step apart. */
  round?: number;
}

function idOf({ name, round = 0 }: Step): string {
  return `${name}-${round}`;
}

// A kubelet that reports again reports on all pods of its node.
function podsConcerned(event: StoreEvent, context: ControllerContext): Pod[] {
  if (event.resource === storeName(NODES)) {
    return event.type === 'MODIFIED'
      ? context
          .list<Pod>(PODS)
          .filter(({ spec }) => spec.nodeName === event.key)
      : [];
  }
  const [key] = keyOf(event, storeName(PODS));
  const pod = key ? context.find<Pod>(PODS, key) : undefined;
  return pod ? [pod] : [];
}

/** What happens to a pod next; nothing where it stays as it is. */
function nextStep(pod: Pod, context: ControllerContext): Step | undefined {
  const { timing } = context;
  const node = context.find<Node>(NODES, pod.spec.nodeName ?? '');
  if (node && isSilent(node)) {
    return undefined;
  }
  if (pod.metadata.deletionTimestamp) {
    return pod.spec.nodeName
      ? { name: 'terminate', wait: timing.terminate }
      : undefined;
  }
  // A pod of a recording, or on a node nobody runs, stays as it is.
  if (!node || context.isHeld(pod) || isFinished(pod)) {
    return undefined;
  }
  if (!pod.status.startTime) {
    return { name: 'creating', wait: 0 };
  }
  if (pod.spec.containers.some(isImageMissing)) {
    return nextPull(pod, context);
  }
  if (!pod.status.podIP) {
    return { name: 'running', wait: timing.start };
  }
  if (exitCodeOf(pod) !== undefined) {
    const round = restartsOf(pod);
    const wait = round === 0 ? timing.ready : backOff(context, pod);
    return { name: 'crashed', wait, round };
  }
  if (!isReady(pod)) {
    return pod.spec.containers.some(one => unansweredProbe(one) !== undefined)
      ? undefined
      : { name: 'ready', wait: timing.ready };
  }
  return endsByItself(pod)
    ? { name: 'succeeded', wait: timing.complete }
    : undefined;
}

// It is tried again and again, and looks the same from then on.
function nextPull(pod: Pod, { timing }: ControllerContext): Step | undefined {
  if (!pod.status.podIP) {
    return { name: 'pullFailed', wait: timing.start };
  }
  const hasFailed = pod.status.containerStatuses?.some(
    ({ state }) => valueAt(state, 'waiting.reason') === 'ErrImagePull',
  );
  return hasFailed ? { name: 'pullBackedOff', wait: timing.start } : undefined;
}

function take(step: Step['name'], pod: Pod, context: ControllerContext): void {
  const node = context.find<Node>(NODES, pod.spec.nodeName ?? '');
  if (step === 'terminate') {
    context.delete(PODS, pod, { gracePeriodSeconds: 0 });
  } else if (node) {
    const progress = {
      ...podProgress(context, pod, node),
      ...troubledProgress(context, pod, node),
    };
    const after = context.setStatus<Pod>(PODS, pod, progress[step]());
    if (step === 'running') {
      reportUnansweredProbes(context, after);
    }
  }
}

function endsByItself({ metadata, spec }: Pod): boolean {
  return (
    spec.restartPolicy !== 'Always' &&
    (metadata.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false)
  );
}
