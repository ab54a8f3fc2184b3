import { Condition, Pod } from '../objects/workloads';

/** Whether a condition holds. */
export function hasCondition(
  conditions: Condition[] | undefined,
  type: string,
): boolean {
  return (conditions ?? []).some(
    condition => condition.type === type && condition.status === 'True',
  );
}

/** Whether a pod is ready to serve. */
export function isReady(pod: Pod): boolean {
  return hasCondition(pod.status.conditions, 'Ready');
}

/** Whether a pod has come to its end. */
export function isFinished(pod: Pod): boolean {
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
}

/** Whether a pod counts for its workload. */
export function isActive(pod: Pod): boolean {
  return !isFinished(pod) && pod.metadata.deletionTimestamp === undefined;
}

/**
 * Sets a condition of a workload. A condition that says the same keeps its
 * place and its times, a changed one moves to the end, as the real
 * controllers do it.
 */
export function withCondition(
  conditions: Condition[] | undefined,
  wanted: Condition,
  now: string,
): Condition[] {
  const present = (conditions ?? []).find(({ type }) => type === wanted.type);
  if (
    present &&
    present.status === wanted.status &&
    present.reason === wanted.reason
  ) {
    return conditions ?? [];
  }
  const others = (conditions ?? []).filter(({ type }) => type !== wanted.type);
  return [
    ...others,
    {
      type: wanted.type,
      status: wanted.status,
      lastUpdateTime: now,
      lastTransitionTime:
        present?.status === wanted.status ? present.lastTransitionTime : now,
      reason: wanted.reason,
      message: wanted.message,
    },
  ];
}

/**
 * Sets a condition as newer kinds have it (`metav1.Condition`): it keeps its
 * place, and says of which generation it speaks.
 */
export function withObservedCondition(
  conditions: Condition[] | undefined,
  wanted: Condition,
  observedGeneration: number | undefined,
  now: string,
): Condition[] {
  const present = (conditions ?? []).find(({ type }) => type === wanted.type);
  const condition = {
    lastTransitionTime:
      present?.status === wanted.status ? present.lastTransitionTime : now,
    message: wanted.message ?? '',
    observedGeneration,
    reason: wanted.reason,
    status: wanted.status,
    type: wanted.type,
  };
  return present
    ? (conditions ?? []).map(one => (one === present ? condition : one))
    : [...(conditions ?? []), condition];
}
