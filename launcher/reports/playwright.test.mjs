import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlaywrightReport } from './playwright.mjs';

const spec = (title, status, more = {}) => ({
  title,
  tests: [{ status, results: [], ...more }],
});

test('tests are counted through nested suites', () => {
  const report = {
    errors: [],
    suites: [
      {
        title: 'shop.spec.ts',
        specs: [
          spec('opens', 'expected'),
          spec('is slow', 'flaky', {
            results: [{ errors: [{ message: 'too late' }] }, { errors: [] }],
          }),
        ],
        suites: [
          {
            title: 'dark',
            specs: [
              spec('shows the path', 'unexpected', {
                results: [{ errors: [{ message: 'no hop\u001b[0m' }] }],
              }),
              spec('on a real server', 'skipped', {
                annotations: [{ type: 'skip', description: 'none given' }],
              }),
            ],
          },
        ],
      },
    ],
  };
  assert.deepEqual(readPlaywrightReport(JSON.stringify(report)), {
    passed: 2,
    failed: [
      { name: 'shop.spec.ts › dark › shows the path', message: 'no hop' },
    ],
    flaky: [{ name: 'shop.spec.ts › is slow', message: 'too late' }],
    skipped: [
      { name: 'shop.spec.ts › dark › on a real server', reason: 'none given' },
    ],
  });
});

test('an error outside the tests is a failure', () => {
  const report = { suites: [], errors: [{ message: 'No tests found' }] };
  const { failed } = readPlaywrightReport(JSON.stringify(report));
  assert.deepEqual(failed, [{ name: 'e2e', message: 'No tests found' }]);
});
