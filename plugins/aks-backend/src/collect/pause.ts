import { setTimeout } from 'node:timers/promises';

/** Waits, or less when the signal ends the wait; never rejects. */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
