import { Condition, Deployment, ReplicaSet } from '../objects/workloads';
import { withCondition } from './conditions';
import { toleratedUnavailable } from './rolloutScale';

/** The status of a Deployment in the real controller's words. */
export const deploymentStatus = {
  of(
    deployment: Deployment,
    current: ReplicaSet | undefined,
    owned: ReplicaSet[],
    { now, deadline }: { now: string; deadline: number | undefined },
  ) {
    const total = (field: Exclude<keyof ReplicaSet['status'], 'conditions'>) =>
      owned.reduce((sum, { status }) => sum + (status[field] ?? 0), 0);
    const replicas = total('replicas');
    const available = total('availableReplicas');
    const ready = total('readyReplicas');
    const updated = current?.status.replicas ?? 0;
    const { spec, metadata } = deployment;
    const unavailable = Math.max(
      owned.reduce((sum, one) => sum + one.spec.replicas, 0) - available,
      0,
    );
    const complete =
      updated === spec.replicas &&
      replicas === spec.replicas &&
      available === spec.replicas;
    return {
      observedGeneration: metadata.generation,
      ...(replicas && { replicas }),
      ...(updated && { updatedReplicas: updated }),
      ...(ready && { readyReplicas: ready }),
      ...(available && { availableReplicas: available }),
      ...(unavailable && { unavailableReplicas: unavailable }),
      terminatingReplicas: total('terminatingReplicas'),
      conditions: withFailure(
        progressed(availability(deployment, available, now), {
          current,
          complete,
          deadline,
          now,
        }),
        current,
        now,
      ),
    };
  },

  /** The conditions once a new ReplicaSet is there. */
  created(
    deployment: Deployment,
    replicaSet: string,
    now: string,
  ): Condition[] {
    return withCondition(
      deployment.status.conditions,
      {
        type: 'Progressing',
        status: 'True',
        reason: 'NewReplicaSetCreated',
        message: `Created new replica set "${replicaSet}"`,
      },
      now,
    );
  },
};

function availability(
  deployment: Deployment,
  available: number,
  now: string,
): Condition[] {
  const needed = deployment.spec.replicas - toleratedUnavailable(deployment);
  return withCondition(
    deployment.status.conditions,
    available >= needed
      ? {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        }
      : {
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        },
    now,
  );
}

interface Progress {
  current: ReplicaSet | undefined;
  complete: boolean;
  /** Seconds that a rollout may take. */
  deadline: number | undefined;
  now: string;
}

function progressed(
  conditions: Condition[],
  { current, complete, deadline, now }: Progress,
): Condition[] {
  const before = conditions.find(({ type }) => type === 'Progressing');
  if (!current) {
    return conditions;
  }
  const { name } = current.metadata;
  if (complete) {
    return withCondition(
      conditions,
      {
        type: 'Progressing',
        status: 'True',
        reason: 'NewReplicaSetAvailable',
        message: `ReplicaSet "${name}" has successfully progressed.`,
      },
      now,
    );
  }
  // A finished rollout stays finished when pods are lost or replicas change.
  if (
    before?.reason === 'NewReplicaSetAvailable' &&
    before.message?.includes(name)
  ) {
    return conditions;
  }
  if (before && isOverdue(before, deadline, now)) {
    return withCondition(
      conditions,
      {
        type: 'Progressing',
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
        message: `ReplicaSet "${name}" has timed out progressing.`,
      },
      now,
    );
  }
  const moved = (current.status.replicas ?? 0) > 0;
  if (!moved && before?.reason !== 'NewReplicaSetAvailable') {
    return conditions;
  }
  return withCondition(
    conditions,
    {
      type: 'Progressing',
      status: 'True',
      reason: 'ReplicaSetUpdated',
      message: `ReplicaSet "${name}" is progressing.`,
    },
    now,
  );
}

function isOverdue(
  { status, reason, lastUpdateTime }: Condition,
  deadline: number | undefined,
  now: string,
): boolean {
  if (status === 'False') {
    return true;
  }
  return (
    reason === 'ReplicaSetUpdated' &&
    deadline !== undefined &&
    lastUpdateTime !== undefined &&
    Date.parse(now) - Date.parse(lastUpdateTime) >= deadline * 1000
  );
}

/** The failure of the present ReplicaSet to get pods is the Deployment's. */
function withFailure(
  conditions: Condition[],
  current: ReplicaSet | undefined,
  now: string,
): Condition[] {
  const failure = current?.status.conditions?.find(
    ({ type }) => type === 'ReplicaFailure',
  );
  return failure
    ? withCondition(conditions, failure, now)
    : conditions.filter(({ type }) => type !== 'ReplicaFailure');
}
