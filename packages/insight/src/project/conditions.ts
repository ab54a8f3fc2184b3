import { Condition } from '../records/base';
import { count, fieldsAt, fieldsIn, present, reason, time } from './fields';
import { signalsIn } from './signals';

/** `status.conditions` without their messages. */
export function conditionsOf(object: unknown): Condition[] {
  const { conditions } = fieldsAt(object, 'status');
  return conditionsIn(conditions, generationOf(object));
}

/**
 * A list of conditions without their messages.
 *
 * @param generation - the object's own, which conditions may lag behind
 */
export function conditionsIn(value: unknown, generation: number): Condition[] {
  return fieldsIn(value).flatMap(condition => {
    const type = reason(condition.type);
    if (!type) {
      return [];
    }
    const seen = count(condition.observedGeneration);
    const signals = signalsIn(condition.message);
    return [
      present({
        type,
        status: statusOf(condition.status),
        reason: reason(condition.reason),
        since: time(condition.lastTransitionTime),
        outdated: seen !== undefined && seen < generation ? true : undefined,
        signals: signals.length > 0 ? signals : undefined,
      }),
    ];
  });
}

/** `metadata.generation`; 0 where the API server counts none. */
export function generationOf(object: unknown): number {
  return count(fieldsAt(object, 'metadata').generation) ?? 0;
}

/** Whether the controller has seen the newest spec. */
export function isObserved(object: unknown): boolean {
  const { observedGeneration } = fieldsAt(object, 'status');
  return (count(observedGeneration) ?? 0) >= generationOf(object);
}

function statusOf(value: unknown): Condition['status'] {
  return value === 'True' || value === 'False' ? value : 'Unknown';
}
