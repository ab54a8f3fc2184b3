import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readTapReport } from './tap.mjs';

const EXAMPLE = fileURLToPath(
  new URL('../testing/exampleTests.mjs', import.meta.url),
);

function runExample() {
  // Inside a test the runner would report to its parent instead.
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  const args = ['--test', '--test-reporter=tap', EXAMPLE];
  return spawnSync(process.execPath, args, { env, encoding: 'utf8' }).stdout;
}

test("Node's own report is read test by test, without its suites", () => {
  const counts = readTapReport(runExample());
  assert.equal(counts.passed, 3);
  assert.deepEqual(counts.skipped, [
    { name: 'is skipped', reason: 'no recording here' },
  ]);
  assert.deepEqual(
    counts.failed.map(({ name }) => name),
    ['fails inside'],
  );
  assert.match(counts.failed[0].message, /strictly equal/);
});
