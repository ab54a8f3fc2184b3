import { Deployment, ReplicaSet } from '../objects/workloads';

/** The sizes that ReplicaSets should have next. */
export interface RolloutScale {
  /** By uid. */
  sizes: Map<string, number>;
  /** How many pods there may be at once. */
  maximum: number;
}

/** One step of a rollout: how large each ReplicaSet may be now. */
export function rolloutScale(
  { spec }: Deployment,
  current: ReplicaSet | undefined,
  owned: ReplicaSet[],
): RolloutScale {
  const sizes = new Map<string, number>();
  const old = owned.filter(replicaSet => replicaSet !== current);
  const oldPods = sum(old, ({ spec: { replicas } }) => replicas);
  const { maxSurge, maxUnavailable } = limits(spec);
  const maximum = spec.replicas + maxSurge;
  if (!current || spec.paused) {
    return { sizes, maximum };
  }
  const size = current.spec.replicas;
  if (spec.strategy.type === 'Recreate') {
    old.forEach(({ metadata }) => sizes.set(metadata.uid, 0));
    const gone = sum(old, ({ status }) => podsLeft(status)) === 0;
    sizes.set(current.metadata.uid, gone ? spec.replicas : size);
    return { sizes, maximum };
  }
  const room = Math.max(maximum - oldPods - size, 0);
  const nextSize =
    oldPods === 0 || size > spec.replicas
      ? spec.replicas
      : Math.min(size + room, spec.replicas);
  sizes.set(current.metadata.uid, nextSize);

  const minimumAvailable = spec.replicas - maxUnavailable;
  const currentAvailable = current.status.availableReplicas ?? 0;
  const currentUnavailable = Math.max(nextSize - currentAvailable, 0);
  let removable = Math.max(
    oldPods + nextSize - minimumAvailable - currentUnavailable,
    0,
  );
  const sick = sum(old, ({ spec: { replicas }, status }) =>
    Math.max(replicas - (status.availableReplicas ?? 0), 0),
  );
  removable = Math.min(Math.max(removable, Math.min(sick, oldPods)), oldPods);
  for (const replicaSet of old) {
    const remove = Math.min(replicaSet.spec.replicas, removable);
    removable -= remove;
    sizes.set(replicaSet.metadata.uid, replicaSet.spec.replicas - remove);
  }
  return { sizes, maximum };
}

function podsLeft(status: ReplicaSet['status']): number {
  return status.replicas + (status.terminatingReplicas ?? 0);
}

/** Surge and unavailability in pods: percents round up and down. */
function limits(spec: Deployment['spec']) {
  const { maxSurge = '25%', maxUnavailable = '25%' } =
    spec.strategy.rollingUpdate ?? {};
  if (spec.strategy.type === 'Recreate') {
    return { maxSurge: 0, maxUnavailable: 0 };
  }
  const surge = inPods(maxSurge, spec.replicas, Math.ceil);
  const unavailable = inPods(maxUnavailable, spec.replicas, Math.floor);
  // Something must be allowed to change.
  return surge === 0 && unavailable === 0
    ? { maxSurge: 0, maxUnavailable: 1 }
    : { maxSurge: surge, maxUnavailable: unavailable };
}

/** How many pods a Deployment may lack. */
export function toleratedUnavailable({ spec }: Deployment): number {
  return limits(spec).maxUnavailable;
}

/** A number of pods, or a share of all that is rounded. */
export function inPods(
  value: number | string,
  total: number,
  round: (share: number) => number,
): number {
  return typeof value === 'string' && value.endsWith('%')
    ? round((total * parseInt(value, 10)) / 100)
    : Number(value);
}

function sum(
  replicaSets: ReplicaSet[],
  count: (replicaSet: ReplicaSet) => number,
): number {
  return replicaSets.reduce((total, one) => total + count(one), 0);
}
