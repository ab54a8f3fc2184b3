import { Node, Pod } from '../objects/workloads';
import { isFinished, isReady } from './conditions';
import { Controller, keyOf } from './Controller';
import { ControllerContext } from './ControllerContext';
import { podProgress } from './podProgress';
import { NODES, PODS, storeName } from './resources';

/** Runs the pods of all nodes: their containers start, become ready, end. */
export const kubeletController: Controller = {
  name: 'kubelet',
  concerns(event, context) {
    const [key] = keyOf(event, storeName(PODS));
    const pod = key && context.find<Pod>(PODS, key);
    const step = pod && nextStep(pod, context);
    if (pod && step) {
      context.again(`${key}/${pod.metadata.uid}/${step.name}`, step.wait);
    }
    return [];
  },
  reconcile(key, context) {
    const [namespace, name, uid, stepName] = key.split('/');
    const pod = context.find<Pod>(PODS, `${namespace}/${name}`);
    const step = pod && nextStep(pod, context);
    // Another change of the pod may have led to the same step before.
    if (pod?.metadata.uid === uid && step?.name === stepName) {
      take(step.name, pod, context);
    }
  },
};

interface Step {
  name: 'terminate' | keyof ReturnType<typeof podProgress>;
  /** Milliseconds until it happens. */
  wait: number;
}

/** What happens to a pod next; nothing where it stays as it is. */
function nextStep(pod: Pod, context: ControllerContext): Step | undefined {
  const { timing } = context;
  if (pod.metadata.deletionTimestamp) {
    return pod.spec.nodeName
      ? { name: 'terminate', wait: timing.terminate }
      : undefined;
  }
  // A pod of a recording, or on a node nobody runs, stays as it is.
  const node = context.find<Node>(NODES, pod.spec.nodeName ?? '');
  if (!node || context.isHeld(pod) || isFinished(pod)) {
    return undefined;
  }
  if (!pod.status.startTime) {
    return { name: 'creating', wait: 0 };
  }
  if (!pod.status.podIP) {
    return { name: 'running', wait: timing.start };
  }
  if (!isReady(pod)) {
    return { name: 'ready', wait: timing.ready };
  }
  return endsByItself(pod)
    ? { name: 'succeeded', wait: timing.complete }
    : undefined;
}

function take(step: Step['name'], pod: Pod, context: ControllerContext): void {
  const node = context.find<Node>(NODES, pod.spec.nodeName ?? '');
  if (step === 'terminate') {
    context.delete(PODS, pod, { gracePeriodSeconds: 0 });
  } else if (node) {
    context.setStatus(PODS, pod, podProgress(context, pod, node)[step]());
  }
}

function endsByItself({ metadata, spec }: Pod): boolean {
  return (
    spec.restartPolicy !== 'Always' &&
    (metadata.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false)
  );
}
