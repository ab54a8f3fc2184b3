// With more than these, something is broken and not just unlucky.
const MOST_FILES = 3;

/**
 * The files whose tests are worth a second run: those with failed tests, if
 * they are few. A failure that names no file is no test's.
 *
 * @param {import('./reports/counts.mjs').Counts} counts
 */
export function filesToRunAgain({ failed }) {
  const files = new Set(failed.map(({ name }) => name.split(': ')[0]));
  const named = [...files].every(file => file.includes('/'));
  return named && files.size <= MOST_FILES ? [...files] : [];
}

/**
 * What is true after the second run: a test that failed and then passed is
 * flaky, one that failed twice has failed.
 *
 * @param {import('./reports/counts.mjs').Counts} first of the whole run
 * @param {import('./reports/counts.mjs').Counts} second of the files alone
 */
export function afterSecondRun(first, second) {
  // A file that did not run is named without a test, and a runner that broke
  // down without a file: then nothing is known of any test.
  const isOf = (test, other) =>
    test.name === other.name ||
    test.name.startsWith(`${other.name}: `) ||
    !other.name.includes('/');
  const passedAgain = test =>
    second.passed > 0 &&
    ![...second.failed, ...second.skipped].some(other => isOf(test, other));
  const flaky = first.failed.filter(passedAgain);
  const failedFirst = new Set(first.failed.map(({ name }) => name));
  return {
    ...first,
    passed: first.passed + flaky.length,
    failed: [
      ...first.failed.filter(test => !flaky.includes(test)),
      ...second.failed.filter(({ name }) => !failedFirst.has(name)),
    ],
    flaky: [...first.flaky, ...flaky],
  };
}
