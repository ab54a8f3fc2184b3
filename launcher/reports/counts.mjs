/**
 * What a test runner did, in the runner's own test names.
 *
 * @typedef {{ passed: number,
 *   failed: { name: string, message?: string }[],
 *   skipped: { name: string, reason?: string }[] }} Counts
 */

/** Nothing run yet. */
export function noCounts() {
  return { passed: 0, failed: [], skipped: [] };
}
