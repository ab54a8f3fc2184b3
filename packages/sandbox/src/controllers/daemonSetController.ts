import { canonicalJson } from '../objects/json';
import { hashedSuffix } from '../objects/names';
import { DaemonSet, Node, Pod } from '../objects/workloads';
import { isActive, isReady } from './conditions';
import { Controller, keyOf, ownerKey } from './Controller';
import { ControllerContext } from './ControllerContext';
import { createPod } from './createPod';
import { DAEMON_SETS, NODES, PODS, storeName } from './resources';

const HASH = 'controller-revision-hash';

/** Keeps one pod of a DaemonSet on each node that fits. */
export const daemonSetController: Controller = {
  name: 'kube-controller-manager',
  concerns(event, context) {
    if (event.resource === storeName(NODES) && event.type !== 'MODIFIED') {
      return context
        .list<DaemonSet>(DAEMON_SETS)
        .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    }
    return [
      ...keyOf(event, storeName(DAEMON_SETS)),
      ...(event.resource === storeName(PODS)
        ? ownerKey(event, 'DaemonSet')
        : []),
    ];
  },
  reconcile(key, context) {
    const set = context.find<DaemonSet>(DAEMON_SETS, key);
    if (!set) {
      return;
    }
    const nodes = context.list<Node>(NODES).filter(node => fits(set, node));
    if (!set.metadata.deletionTimestamp) {
      bringInLine(context, set, nodes);
    }
    updateStatus(context, set, nodes);
  },
};

function fits({ spec }: DaemonSet, { metadata }: Node): boolean {
  return Object.entries(spec.template.spec.nodeSelector ?? {}).every(
    ([key, value]) => metadata.labels?.[key] === value,
  );
}

function hashOf({ spec }: DaemonSet): string {
  return hashedSuffix(canonicalJson(spec.template));
}

function podsOf(context: ControllerContext, { metadata }: DaemonSet): Pod[] {
  return context
    .list<Pod>(PODS, metadata.namespace)
    .filter(pod =>
      pod.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid),
    );
}

function bringInLine(
  context: ControllerContext,
  set: DaemonSet,
  nodes: Node[],
): void {
  const pods = podsOf(context, set);
  for (const { metadata } of nodes) {
    if (!pods.some(pod => pod.spec.nodeName === metadata.name)) {
      createPod(context, DAEMON_SETS, set, {
        labels: { [HASH]: hashOf(set), 'pod-template-generation': '1' },
        spec: {
          nodeName: metadata.name,
          tolerations: [{ operator: 'Exists' }],
        },
      });
    }
  }
  const names = new Set(nodes.map(({ metadata }) => metadata.name));
  const misplaced = pods.filter(
    pod =>
      isActive(pod) &&
      !context.isHeld(pod) &&
      !names.has(pod.spec.nodeName ?? ''),
  );
  const outdated = pods.find(
    pod =>
      isActive(pod) &&
      !context.isHeld(pod) &&
      pod.metadata.labels?.[HASH] !== hashOf(set),
  );
  // One node at a time, and only while the others serve.
  const calm = pods.every(pod => isActive(pod) && isReady(pod));
  for (const pod of outdated && calm ? [...misplaced, outdated] : misplaced) {
    context.delete(PODS, pod);
  }
}

function updateStatus(
  context: ControllerContext,
  set: DaemonSet,
  nodes: Node[],
): void {
  const pods = podsOf(context, set).filter(isActive);
  const ready = pods.filter(isReady).length;
  const updated = pods.filter(
    ({ metadata }) => metadata.labels?.[HASH] === hashOf(set),
  ).length;
  const unavailable = nodes.length - ready;
  context.setStatus(DAEMON_SETS, set, {
    currentNumberScheduled: pods.length,
    numberMisscheduled: 0,
    desiredNumberScheduled: nodes.length,
    numberReady: ready,
    observedGeneration: set.metadata.generation,
    ...(updated && { updatedNumberScheduled: updated }),
    ...(ready && { numberAvailable: ready }),
    ...(unavailable > 0 && { numberUnavailable: unavailable }),
  });
}
