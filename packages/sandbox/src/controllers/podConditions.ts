import { Condition } from '../objects/workloads';

/** A condition as the node reports it. */
export function podCondition(
  type: string,
  met: boolean,
  now: string,
  waiting: string[] = [],
): Condition {
  return {
    type,
    status: met ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: now,
    ...(!met && {
      reason: 'ContainersNotReady',
      message: `containers with unready status: [${waiting.join(' ')}]`,
    }),
  };
}
