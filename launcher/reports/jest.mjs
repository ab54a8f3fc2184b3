import { relative } from 'node:path';
import { stripCodes } from '../lines.mjs';
import { noCounts } from './counts.mjs';

/**
 * Reads what `jest --json` wrote. A file that failed outside its tests counts
 * as one failure: it could not be run at all, or what comes after them failed.
 */
export function readJestReport(text, root) {
  const counts = noCounts();
  for (const suite of JSON.parse(text).testResults) {
    const path = relative(root, suite.name);
    const failedTests = suite.assertionResults.filter(
      ({ status }) => status === 'failed',
    );
    if (suite.status === 'failed' && failedTests.length === 0) {
      counts.failed.push({ name: path, message: stripCodes(suite.message) });
    }
    for (const test of suite.assertionResults) {
      const name = `${path}: ${test.fullName}`;
      if (test.status === 'passed') {
        counts.passed += 1;
      } else if (test.status === 'failed') {
        const message = stripCodes(test.failureMessages.join('\n'));
        counts.failed.push({ name, message });
      } else {
        counts.skipped.push({ name });
      }
    }
  }
  return counts;
}
