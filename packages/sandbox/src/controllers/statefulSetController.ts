import { canonicalJson } from '../objects/json';
import { hashedSuffix } from '../objects/names';
import { Pod, StatefulSet } from '../objects/workloads';
import { isActive, isReady } from './conditions';
import { Controller, keyOf, ownerKey } from './Controller';
import { ControllerContext } from './ControllerContext';
import { claimVolumes } from './claimVolumes';
import { createPod } from './createPod';
import { reportEvent } from './reportEvent';
import { PODS, STATEFUL_SETS, storeName } from './resources';

const REVISION = 'controller-revision-hash';

/** Keeps the numbered pods of a StatefulSet, one after the other. */
export const statefulSetController: Controller = {
  name: 'kube-controller-manager',
  concerns: event => [
    ...keyOf(event, storeName(STATEFUL_SETS)),
    ...(event.resource === storeName(PODS)
      ? ownerKey(event, 'StatefulSet')
      : []),
  ],
  reconcile(key, context) {
    const set = context.find<StatefulSet>(STATEFUL_SETS, key);
    if (!set) {
      return;
    }
    if (!set.metadata.deletionTimestamp) {
      takeNextStep(context, set);
    }
    updateStatus(context, set);
  },
};

function podsOf(context: ControllerContext, { metadata }: StatefulSet): Pod[] {
  return context
    .list<Pod>(PODS, metadata.namespace)
    .filter(pod =>
      pod.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid),
    );
}

function ordinalOf({ metadata }: Pod): number {
  return Number(metadata.name.slice(metadata.name.lastIndexOf('-') + 1));
}

// A recorded revision is kept as long as its pods carry it.
function revisionOf(set: StatefulSet, pods: Pod[]): string {
  const own = `${set.metadata.name}-${hashedSuffix(
    canonicalJson(set.spec.template),
  )}`;
  const recorded = set.status.currentRevision;
  return recorded &&
    set.metadata.generation === 1 &&
    pods.every(({ metadata }) => metadata.labels?.[REVISION] === recorded)
    ? recorded
    : own;
}

function takeNextStep(context: ControllerContext, set: StatefulSet): void {
  const pods = podsOf(context, set);
  const revision = revisionOf(set, pods);
  const ordered = set.spec.podManagementPolicy !== 'Parallel';
  for (let ordinal = 0; ordinal < set.spec.replicas; ordinal++) {
    const pod = pods.find(candidate => ordinalOf(candidate) === ordinal);
    if (!pod) {
      create(context, set, ordinal, revision);
    }
    if (ordered && (!pod || !isActive(pod) || !isReady(pod))) {
      return;
    }
  }
  const [superfluous] = pods
    .filter(pod => ordinalOf(pod) >= set.spec.replicas)
    .sort((left, right) => ordinalOf(right) - ordinalOf(left));
  const [outdated] = pods
    .filter(
      pod => isActive(pod) && pod.metadata.labels?.[REVISION] !== revision,
    )
    .sort((left, right) => ordinalOf(right) - ordinalOf(left));
  const next = superfluous ?? outdated;
  if (next && isActive(next)) {
    context.delete(PODS, next);
    report(context, set, 'SuccessfulDelete', 'delete', next.metadata.name);
  }
}

function create(
  context: ControllerContext,
  set: StatefulSet,
  ordinal: number,
  revision: string,
): void {
  const name = `${set.metadata.name}-${ordinal}`;
  const volumes = claimVolumes(context, set, name);
  createPod(context, STATEFUL_SETS, set, {
    name,
    labels: {
      'apps.kubernetes.io/pod-index': String(ordinal),
      [REVISION]: revision,
      'statefulset.kubernetes.io/pod-name': name,
    },
    spec: {
      hostname: name,
      subdomain: set.spec.serviceName,
      ...(volumes.length > 0 && { volumes }),
    },
  });
  report(context, set, 'SuccessfulCreate', 'create', name);
}

function report(
  context: ControllerContext,
  set: StatefulSet,
  reason: string,
  verb: string,
  pod: string,
): void {
  reportEvent(context, STATEFUL_SETS, set, {
    type: 'Normal',
    reason,
    message: `${verb} Pod ${pod} in StatefulSet ${set.metadata.name} successful`,
    component: 'statefulset-controller',
  });
}

function updateStatus(context: ControllerContext, set: StatefulSet): void {
  const pods = podsOf(context, set);
  const revision = revisionOf(set, pods);
  const updated = pods.filter(
    ({ metadata }) => metadata.labels?.[REVISION] === revision,
  );
  const ready = pods.filter(isReady).length;
  const complete = updated.length === pods.length;
  const current = complete ? revision : set.status.currentRevision ?? revision;
  const onCurrent = pods.filter(
    ({ metadata }) => metadata.labels?.[REVISION] === current,
  ).length;
  context.setStatus(STATEFUL_SETS, set, {
    observedGeneration: set.metadata.generation,
    replicas: pods.length,
    ...(ready && { readyReplicas: ready }),
    ...(onCurrent && { currentReplicas: onCurrent }),
    ...(updated.length && { updatedReplicas: updated.length }),
    currentRevision: current,
    updateRevision: revision,
    collisionCount: 0,
    availableReplicas: ready,
  });
}
