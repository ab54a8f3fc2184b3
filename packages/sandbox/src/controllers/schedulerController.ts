import { PersistentVolumeClaim } from '../objects/storage';
import { Node, Pod } from '../objects/workloads';
import { hasCondition, isFinished } from './conditions';
import { Controller } from './Controller';
import { ControllerContext } from './ControllerContext';
import { fittingNode } from './fittingNode';
import { podCondition } from './podConditions';
import { reportEvent } from './reportEvent';
import { NODES, PERSISTENT_VOLUME_CLAIMS, PODS, storeName } from './resources';
import { podsWithClaim, SELECTED_NODE } from './volumeClaims';
import { volumeFit } from './volumeFit';

const OWN_NAME = 'default-scheduler';

/** Gives each pod a node. */
export const schedulerController: Controller = {
  name: 'kube-scheduler',
  concerns(event, context) {
    if (event.resource === storeName(PODS) && event.type === 'ADDED') {
      context.again(event.key, context.timing.schedule);
      return [];
    }
    if (event.resource === storeName(PERSISTENT_VOLUME_CLAIMS)) {
      return podsWithClaim(context, event.object as PersistentVolumeClaim)
        .filter(waits)
        .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    }
    // Room that opens up may help those that wait.
    const opensRoom =
      event.resource === storeName(NODES) ||
      (event.resource === storeName(PODS) && event.type === 'DELETED');
    return opensRoom
      ? context
          .list<Pod>(PODS)
          .filter(pod => waits(pod) && pod.status.conditions !== undefined)
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
      : [];
  },
  reconcile(key, context) {
    const pod = context.find<Pod>(PODS, key);
    const nodes = context.list<Node>(NODES);
    if (!pod || !waits(pod) || context.isHeld(pod) || nodes.length === 0) {
      return;
    }
    const volumes = volumeFit(context, pod);
    const { node, message } = fittingNode(
      pod,
      nodes,
      context.list<Pod>(PODS),
      volumes,
    );
    if (node && volumes.unbound.length > 0) {
      volumes.unbound.forEach(claim => selectNode(context, claim, node));
    } else if (node) {
      bind(context, pod, node);
    } else if (!hasMessage(pod, message)) {
      refuse(context, pod, message);
    }
  },
};

function waits(pod: Pod): boolean {
  const { nodeName, schedulerName = OWN_NAME } = pod.spec;
  return (
    !nodeName &&
    // The others wait for a scheduler of their own.
    schedulerName === OWN_NAME &&
    !isFinished(pod) &&
    pod.metadata.deletionTimestamp === undefined
  );
}

/** Tells the provisioner where the first pod of a claim is to run. */
function selectNode(
  context: ControllerContext,
  claim: PersistentVolumeClaim,
  node: Node,
): void {
  if (!context.isHeld(claim)) {
    context.update(PERSISTENT_VOLUME_CLAIMS, claim, current => ({
      ...current,
      metadata: {
        ...current.metadata,
        annotations: {
          [SELECTED_NODE]: node.metadata.name,
          ...current.metadata.annotations,
        },
      },
    }));
  }
}

function hasMessage(pod: Pod, message: string): boolean {
  return (pod.status.conditions ?? []).some(
    condition => condition.message === message,
  );
}

function bind(context: ControllerContext, pod: Pod, node: Node): void {
  const labels = node.metadata.labels ?? {};
  const topology = Object.fromEntries(
    ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone']
      .filter(key => labels[key] !== undefined)
      .map(key => [key, labels[key]]),
  );
  const bound = context.update<Pod>(PODS, pod, current => ({
    ...current,
    metadata: {
      ...current.metadata,
      // Pods show where they run since Kubernetes 1.35.
      labels: { ...current.metadata.labels, ...topology },
    },
    spec: { ...current.spec, nodeName: node.metadata.name },
  }));
  context.setStatus<Pod>(PODS, bound, {
    ...bound.status,
    conditions: [
      podCondition('PodScheduled', true, context.now()),
      ...(bound.status.conditions ?? []).filter(
        ({ type }) => type !== 'PodScheduled',
      ),
    ],
  });
  reportEvent(context, PODS, bound, {
    type: 'Normal',
    reason: 'Scheduled',
    message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${node.metadata.name}`,
    component: 'default-scheduler',
  });
}

function refuse(context: ControllerContext, pod: Pod, message: string): void {
  const known = hasCondition(pod.status.conditions, 'PodScheduled');
  context.setStatus<Pod>(PODS, pod, {
    ...pod.status,
    conditions: [
      {
        type: 'PodScheduled',
        status: 'False',
        lastProbeTime: null,
        lastTransitionTime: context.now(),
        reason: 'Unschedulable',
        message,
      },
    ],
  });
  if (!known) {
    reportEvent(context, PODS, pod, {
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
      component: 'default-scheduler',
    });
  }
}
