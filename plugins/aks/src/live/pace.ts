/** Between two looks at a view when nobody tells us of changes. */
export const POLL_MS = 2_000;

/**
 * The same where signals do: they are lost while a socket reconnects, and a
 * backend that is gone sends none.
 */
export const SAFETY_POLL_MS = 10_000;

/** One rollout sends dozens of signals; they are answered by one request. */
export const SETTLE_MS = 250;

/** The longest pause after failures. */
export const MAX_PAUSE_MS = 60_000;

/** A request that takes longer counts as failed. */
export const DEADLINE_MS = 8_000;

/** What is known about the wish to look again. */
export interface Pace {
  now: number;
  /** Failed looks in a row. */
  failures: number;
  /** Whether signals are believed to reach this page. */
  signalled: boolean;
  /** ISO 8601; when time alone would change the view. */
  validUntil?: string;
}

/** Milliseconds until the next look at a view. */
export function nextLookIn(pace: Pace): number {
  const { now, failures, signalled, validUntil } = pace;
  if (failures > 0) {
    return Math.min(POLL_MS * 2 ** failures, MAX_PAUSE_MS);
  }
  const pause = signalled ? SAFETY_POLL_MS : POLL_MS;
  const expiry = validUntil ? Date.parse(validUntil) - now : NaN;
  // A moment in the past means that the clocks differ: hurrying would not help.
  return expiry > 0 ? Math.min(expiry + SETTLE_MS, pause) : pause;
}
