import { stripCodes } from '../lines.mjs';
import { noCounts } from './counts.mjs';

/**
 * Reads what Playwright's JSON reporter wrote. A flaky test (failed, then
 * passed on retry) counts as passed, as it does for Playwright, and is named.
 */
export function readPlaywrightReport(text) {
  const counts = noCounts();
  const report = JSON.parse(text);
  for (const error of report.errors ?? []) {
    counts.failed.push({ name: 'e2e', message: stripCodes(error.message) });
  }
  for (const { name, test } of allTests(report)) {
    if (test.status === 'skipped') {
      const reason = test.annotations?.find(({ type }) => type === 'skip');
      counts.skipped.push({ name, reason: reason?.description });
    } else if (test.status === 'unexpected') {
      counts.failed.push({ name, message: messageOf(test) });
    } else {
      counts.passed += 1;
      if (test.status === 'flaky') {
        counts.flaky.push({ name, message: messageOf(test) });
      }
    }
  }
  return counts;
}

function messageOf({ results }) {
  const errors = results.flatMap(result => result.errors ?? []);
  return stripCodes(errors.map(error => error.message).join('\n'));
}

function* allTests({ suites = [], specs = [] }, path = []) {
  for (const spec of specs) {
    for (const test of spec.tests) {
      yield { name: [...path, spec.title].join(' › '), test };
    }
  }
  for (const suite of suites) {
    yield* allTests(suite, [...path, suite.title]);
  }
}
