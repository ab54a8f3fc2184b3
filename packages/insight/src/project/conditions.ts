import { Condition } from '../record';
import { fieldsAt, fieldsIn, reason, time } from './fields';

/** `status.conditions` without their messages. */
export function conditionsOf(object: unknown): Condition[] {
  const { conditions } = fieldsAt(object, 'status');
  return fieldsIn(conditions).flatMap(condition => {
    const type = reason(condition.type);
    const why = reason(condition.reason);
    const since = time(condition.lastTransitionTime);
    return type
      ? [
          {
            type,
            status: statusOf(condition.status),
            ...(why && { reason: why }),
            ...(since && { since }),
          },
        ]
      : [];
  });
}

function statusOf(value: unknown): Condition['status'] {
  return value === 'True' || value === 'False' ? value : 'Unknown';
}
