/**
 * What a test runner did, in the runner's own test names.
 *
 * @typedef {{ passed: number,
 *   failed: { name: string, message?: string }[],
 *   flaky: { name: string, message?: string }[],
 *   skipped: { name: string, reason?: string }[] }} Counts `flaky` tests failed
 *   first and passed when they were run again; they are among the passed
 */

/** Nothing run yet. */
export function noCounts() {
  return { passed: 0, failed: [], flaky: [], skipped: [] };
}
