import { Instant } from './Instant';
import { Fault } from './Rule';

// A public address takes Azure a minute or two, and NGINX writes the status of
// its Ingresses once a minute. Our own bound: nothing is promised anywhere.
const PATIENCE_MILLISECONDS = 5 * 60_000;

/** Whether an object is so new that its controller may just need a moment. */
export function isNew(
  createdAt: string | undefined,
  instant: Instant,
): boolean {
  return (
    createdAt !== undefined &&
    !instant.hasReached(new Date(Date.parse(createdAt) + PATIENCE_MILLISECONDS))
  );
}

/** How grave it is that something is not there yet. */
export function waitOrBreak(
  waiting: boolean,
): Pick<Fault, 'severity' | 'doubt'> {
  return waiting ? { severity: 'warning', doubt: true } : { severity: 'error' };
}
