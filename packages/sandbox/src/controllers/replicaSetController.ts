import { labelSelectorFrom, matchesLabels } from '@backstage-aks/insight';
import { StatusError } from '../errors/StatusError';
import { Condition, Pod, ReplicaSet } from '../objects/workloads';
import { hasCondition, isActive, isReady } from './conditions';
import { Controller, keyOf, ownerKey } from './Controller';
import { ControllerContext } from './ControllerContext';
import { createPod } from './createPod';
import { reportEvent } from './reportEvent';
import { PODS, REPLICA_SETS, storeName } from './resources';

// A pod that was refused is tried again after this time.
const RETRY = 1000;

/** Keeps as many pods as a ReplicaSet wants. */
export const replicaSetController: Controller = {
  name: 'kube-controller-manager',
  concerns: event => [
    ...keyOf(event, storeName(REPLICA_SETS)),
    ...(event.resource === storeName(PODS)
      ? ownerKey(event, 'ReplicaSet')
      : []),
  ],
  reconcile(key, context) {
    const replicaSet = context.find<ReplicaSet>(REPLICA_SETS, key);
    if (!replicaSet) {
      return;
    }
    if (!replicaSet.metadata.deletionTimestamp) {
      adoptOrphans(context, replicaSet);
    }
    const refusal = replicaSet.metadata.deletionTimestamp
      ? undefined
      : scale(context, replicaSet);
    updateStatus(context, replicaSet, refusal);
    if (refusal) {
      context.again(key, RETRY);
    }
  },
};

/** The pods a workload controls. */
export function podsOf(
  context: ControllerContext,
  { metadata }: ReplicaSet,
): Pod[] {
  return context
    .list<Pod>(PODS, metadata.namespace)
    .filter(pod =>
      pod.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid),
    );
}

function adoptOrphans(context: ControllerContext, replicaSet: ReplicaSet) {
  const selector = labelSelectorFrom(replicaSet.spec.selector);
  const orphans = context
    .list<Pod>(PODS, replicaSet.metadata.namespace)
    .filter(
      pod =>
        isActive(pod) &&
        !pod.metadata.ownerReferences?.some(({ controller }) => controller) &&
        matchesLabels(selector, pod.metadata.labels ?? {}),
    );
  for (const orphan of orphans) {
    context.update<Pod>(PODS, orphan, pod => ({
      ...pod,
      metadata: {
        ...pod.metadata,
        ownerReferences: [
          ...(pod.metadata.ownerReferences ?? []),
          context.ownerReference(REPLICA_SETS, replicaSet),
        ],
      },
    }));
  }
}

/** Returns why a pod was refused, if one was. */
function scale(
  context: ControllerContext,
  replicaSet: ReplicaSet,
): string | undefined {
  const active = podsOf(context, replicaSet).filter(isActive);
  const missing = replicaSet.spec.replicas - active.length;
  const component = 'replicaset-controller';
  for (let created = 0; created < missing; created++) {
    const pod = tryToCreatePod(context, replicaSet);
    if (pod instanceof StatusError) {
      return pod.message;
    }
    reportEvent(context, REPLICA_SETS, replicaSet, {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
      component,
    });
  }
  for (const pod of inOrderOfRemoval(active).slice(0, Math.max(-missing, 0))) {
    context.delete(PODS, pod);
    reportEvent(context, REPLICA_SETS, replicaSet, {
      type: 'Normal',
      reason: 'SuccessfulDelete',
      message: `Deleted pod: ${pod.metadata.name}`,
      component,
    });
  }
  return undefined;
}

// A quota or an admission rule may refuse it.
function tryToCreatePod(context: ControllerContext, replicaSet: ReplicaSet) {
  try {
    return createPod(context, REPLICA_SETS, replicaSet);
  } catch (error) {
    if (error instanceof StatusError) {
      return error;
    }
    throw error;
  }
}

// Those that serve least go first: without a node, not ready, youngest.
function inOrderOfRemoval(pods: Pod[]): Pod[] {
  const rank = (pod: Pod) =>
    (pod.spec.nodeName ? 1 : 0) + (isReady(pod) ? 2 : 0);
  return [...pods].sort(
    (left, right) =>
      rank(left) - rank(right) ||
      Number(right.metadata.resourceVersion) -
        Number(left.metadata.resourceVersion),
  );
}

function updateStatus(
  context: ControllerContext,
  replicaSet: ReplicaSet,
  refusal: string | undefined,
) {
  const pods = podsOf(context, replicaSet);
  const active = pods.filter(isActive);
  const ready = active.filter(isReady);
  const labels = labelSelectorFrom({
    matchLabels: replicaSet.spec.template.metadata?.labels,
  });
  const labelled = active.filter(pod =>
    matchesLabels(labels, pod.metadata.labels ?? {}),
  );
  const terminating = pods.filter(pod => pod.metadata.deletionTimestamp);
  context.setStatus(REPLICA_SETS, replicaSet, {
    replicas: active.length,
    ...(labelled.length && { fullyLabeledReplicas: labelled.length }),
    ...(ready.length && { readyReplicas: ready.length }),
    ...(ready.length && { availableReplicas: ready.length }),
    terminatingReplicas: terminating.length,
    observedGeneration: replicaSet.metadata.generation,
    ...(refusal && { conditions: failure(context, replicaSet, refusal) }),
  });
}

/** The condition of a ReplicaSet that gets no pod, reported when it is new. */
function failure(
  context: ControllerContext,
  replicaSet: ReplicaSet,
  refusal: string,
): Condition[] {
  const present = replicaSet.status.conditions;
  if (hasCondition(present, 'ReplicaFailure')) {
    return present ?? [];
  }
  const message = `Error creating: ${refusal}`;
  reportEvent(context, REPLICA_SETS, replicaSet, {
    type: 'Warning',
    reason: 'FailedCreate',
    message,
    component: 'replicaset-controller',
  });
  return [
    {
      type: 'ReplicaFailure',
      status: 'True',
      lastTransitionTime: context.now(),
      reason: 'FailedCreate',
      message: refusal,
    },
  ];
}
