import { Deployment, ReplicaSet } from '../objects/workloads';
import { Controller, keyOf, ownerKey } from './Controller';
import { ControllerContext } from './ControllerContext';
import { deploymentStatus } from './deploymentStatus';
import {
  currentReplicaSet,
  newReplicaSet,
  replicaSetsOf,
} from './deploymentReplicaSets';
import { rolloutScale } from './rolloutScale';
import { reportEvent } from './reportEvent';
import { DEPLOYMENTS, REPLICA_SETS, storeName } from './resources';

const REVISION = 'deployment.kubernetes.io/revision';
const DESIRED = 'deployment.kubernetes.io/desired-replicas';
const MAXIMUM = 'deployment.kubernetes.io/max-replicas';

/** Rolls a Deployment's pods out through ReplicaSets. */
export const deploymentController: Controller = {
  name: 'kube-controller-manager',
  concerns: event => [
    ...keyOf(event, storeName(DEPLOYMENTS)),
    ...(event.resource === storeName(REPLICA_SETS)
      ? ownerKey(event, 'Deployment')
      : []),
  ],
  reconcile(key, context) {
    const deployment = context.find<Deployment>(DEPLOYMENTS, key);
    if (!deployment) {
      return;
    }
    if (deployment.metadata.deletionTimestamp) {
      writeStatus(context, deployment);
      return;
    }
    const owned = replicaSetsOf(context, deployment);
    if (!currentReplicaSet(deployment, owned) && !deployment.spec.paused) {
      announceRevision(
        context,
        deployment,
        newReplicaSet(context, deployment, owned),
      );
    }
    roll(context, deployment);
    removeOldRevisions(context, deployment);
    writeStatus(context, deployment);
    lookAgainAtDeadline(context, key);
  },
};

function lookAgainAtDeadline(context: ControllerContext, key: string): void {
  const { spec, status } = context.find<Deployment>(DEPLOYMENTS, key) ?? {};
  const rolling = status?.conditions?.some(
    ({ reason }) => reason === 'ReplicaSetUpdated',
  );
  if (rolling && spec?.progressDeadlineSeconds) {
    context.again(key, (spec.progressDeadlineSeconds + 1) * 1000);
  }
}

function announceRevision(
  context: ControllerContext,
  deployment: Deployment,
  created: ReplicaSet,
): void {
  const revision = created.metadata.annotations?.[REVISION] ?? '1';
  context.update<Deployment>(
    DEPLOYMENTS,
    deployment,
    current => ({
      ...current,
      metadata: {
        ...current.metadata,
        annotations: { ...current.metadata.annotations, [REVISION]: revision },
      },
      status: {
        ...current.status,
        conditions: deploymentStatus.created(
          current,
          created.metadata.name,
          context.now(),
        ),
      },
    }),
    'status',
  );
}

function roll(context: ControllerContext, deployment: Deployment): void {
  const owned = replicaSetsOf(context, deployment);
  const wanted = rolloutScale(
    deployment,
    currentReplicaSet(deployment, owned),
    owned,
  );
  for (const replicaSet of owned) {
    const replicas = wanted.sizes.get(replicaSet.metadata.uid);
    if (replicas === undefined) {
      continue;
    }
    const before = replicaSet.spec.replicas;
    context.update<ReplicaSet>(REPLICA_SETS, replicaSet, current => ({
      ...current,
      metadata: {
        ...current.metadata,
        annotations: {
          ...current.metadata.annotations,
          [DESIRED]: String(deployment.spec.replicas),
          [MAXIMUM]: String(wanted.maximum),
        },
      },
      spec: { ...current.spec, replicas },
    }));
    if (before !== replicas) {
      reportEvent(context, DEPLOYMENTS, deployment, {
        type: 'Normal',
        reason: 'ScalingReplicaSet',
        message: `Scaled ${replicas > before ? 'up' : 'down'} replica set ${
          replicaSet.metadata.name
        } from ${before} to ${replicas}`,
        component: 'deployment-controller',
      });
    }
  }
}

function removeOldRevisions(
  context: ControllerContext,
  deployment: Deployment,
): void {
  const owned = replicaSetsOf(context, deployment);
  const current = currentReplicaSet(deployment, owned);
  const revisionOf = ({ metadata }: ReplicaSet) =>
    Number(metadata.annotations?.[REVISION] ?? 0);
  const old = owned
    .filter(
      replicaSet =>
        replicaSet !== current &&
        replicaSet.spec.replicas === 0 &&
        replicaSet.status.replicas === 0,
    )
    .sort((left, right) => revisionOf(right) - revisionOf(left));
  for (const replicaSet of old.slice(
    deployment.spec.revisionHistoryLimit ?? 10,
  )) {
    context.delete(REPLICA_SETS, replicaSet);
  }
}

function writeStatus(context: ControllerContext, deployment: Deployment): void {
  const { metadata } = deployment;
  const current = context.find<Deployment>(
    DEPLOYMENTS,
    `${metadata.namespace}/${metadata.name}`,
  );
  if (!current) {
    return;
  }
  const owned = replicaSetsOf(context, current);
  context.setStatus(
    DEPLOYMENTS,
    current,
    deploymentStatus.of(current, currentReplicaSet(current, owned), owned, {
      now: context.now(),
      // A recorded rollout is as late as it was.
      deadline: context.isHeld(current)
        ? undefined
        : current.spec.progressDeadlineSeconds,
    }),
  );
}
