import { Condition, Node, Pod } from '../objects/workloads';
import { isReady } from './conditions';
import { Controller, keyOf } from './Controller';
import { ControllerContext } from './ControllerContext';
import { isNodeReady, isSilent } from './podTrouble';
import { reportEvent } from './reportEvent';
import { NODES, PODS, storeName } from './resources';

const UNREACHABLE = 'node.kubernetes.io/unreachable';

// Pods tolerate an unreachable node for five minutes unless they say otherwise.
const EVICTION = 300_000;

const CONDITIONS_OF_HEALTH: Record<string, [string, string, string]> = {
  MemoryPressure: [
    'False',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  DiskPressure: [
    'False',
    'KubeletHasNoDiskPressure',
    'kubelet has no disk pressure',
  ],
  PIDPressure: [
    'False',
    'KubeletHasSufficientPID',
    'kubelet has sufficient PID available',
  ],
  Ready: ['True', 'KubeletReady', 'kubelet is posting ready status'],
};

/** Gives up nodes that went silent, and takes them back. */
export const nodeLifecycleController: Controller = {
  name: 'kube-controller-manager',
  concerns(event, context) {
    const [key] = keyOf(event, storeName(NODES));
    const node = key ? context.find<Node>(NODES, key) : undefined;
    if (node && isSilent(node)) {
      context.again(node.metadata.name, context.timing.silence);
      return [];
    }
    return key ? [key] : [];
  },
  reconcile(name, context) {
    const node = context.find<Node>(NODES, name);
    if (!node || context.isHeld(node)) {
      return;
    }
    if (!isSilent(node)) {
      takeBack(context, node);
    } else if (isNodeReady(node)) {
      giveUp(context, node);
    } else {
      evictPods(context, node);
    }
  },
};

function giveUp(context: ControllerContext, node: Node): void {
  const now = context.now();
  setConditions(context, node, condition => ({
    ...condition,
    status: 'Unknown',
    lastTransitionTime: now,
    reason: 'NodeStatusUnknown',
    message: 'Kubelet stopped posting node status.',
  }));
  taint(
    context,
    node,
    ['NoSchedule', 'NoExecute'].map(effect => ({ key: UNREACHABLE, effect })),
  );
  report(context, node, 'NodeNotReady');
  for (const pod of podsOn(context, node).filter(isReady)) {
    context.setStatus<Pod>(PODS, pod, {
      ...pod.status,
      conditions: pod.status.conditions?.map(condition =>
        condition.type === 'Ready'
          ? { ...condition, status: 'False', lastTransitionTime: now }
          : condition,
      ),
    });
    reportEvent(context, PODS, pod, {
      type: 'Warning',
      reason: 'NodeNotReady',
      message: 'Node is not ready',
      component: 'node-controller',
    });
  }
  context.again(node.metadata.name, EVICTION);
}

function takeBack(context: ControllerContext, node: Node): void {
  const lost = node.status.conditions?.some(
    ({ reason }) => reason === 'NodeStatusUnknown',
  );
  if (!lost) {
    return;
  }
  const now = context.now();
  setConditions(context, node, condition => {
    const [status, reason, message] =
      CONDITIONS_OF_HEALTH[condition.type] ?? [];
    return status
      ? {
          ...condition,
          status: status as Condition['status'],
          lastTransitionTime: now,
          reason,
          message,
        }
      : condition;
  });
  taint(context, node, []);
  report(context, node, 'NodeReady');
}

// They end only when the kubelet says so, which is why they stay Terminating.
function evictPods(context: ControllerContext, node: Node): void {
  const since = Date.parse(
    node.status.conditions?.find(({ type }) => type === 'Ready')
      ?.lastTransitionTime ?? context.now(),
  );
  if (context.clock.now() - since < EVICTION) {
    return;
  }
  podsOn(context, node)
    .filter(({ spec }) => !spec.tolerations?.some(({ key }) => !key))
    .filter(({ metadata }) => !metadata.deletionTimestamp)
    .forEach(pod => context.delete(PODS, pod));
}

function podsOn(context: ControllerContext, { metadata }: Node): Pod[] {
  return context
    .list<Pod>(PODS)
    .filter(pod => pod.spec.nodeName === metadata.name && !context.isHeld(pod));
}

function setConditions(
  context: ControllerContext,
  node: Node,
  change: (condition: Condition) => Condition,
): void {
  context.setStatus<Node>(NODES, node, {
    ...node.status,
    conditions: node.status.conditions?.map(change),
  });
}

type Taints = NonNullable<Node['spec']['taints']>;

function taint(context: ControllerContext, node: Node, added: Taints): void {
  context.update<Node>(NODES, node, current => {
    const others = (current.spec.taints ?? []).filter(
      ({ key }) => key !== UNREACHABLE,
    );
    const taints = [...others, ...added];
    const { taints: _, ...spec } = current.spec;
    return {
      ...current,
      spec: { ...spec, ...(taints.length > 0 && { taints }) },
    };
  });
}

function report(context: ControllerContext, node: Node, reason: string): void {
  reportEvent(context, NODES, node, {
    type: 'Normal',
    reason,
    message: `Node ${node.metadata.name} status is now: ${reason}`,
    component: 'node-controller',
  });
}
