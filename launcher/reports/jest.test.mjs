import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJestReport } from './jest.mjs';

const result = (status, fullName, failureMessages = []) => ({
  status,
  fullName,
  failureMessages,
});

test('tests are counted, and a file that does not run is a failure', () => {
  const report = {
    testResults: [
      {
        name: '/portal/packages/a/src/a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          result('passed', 'a works'),
          result('failed', 'a fails', ['\u001b[31mexpected\u001b[39m 4']),
          result('pending', 'a needs a server'),
          result('todo', 'a later'),
        ],
      },
      {
        name: '/portal/packages/b/src/b.test.ts',
        status: 'failed',
        message: 'Cannot find module',
        assertionResults: [],
      },
      {
        name: '/portal/packages/c/src/c.test.ts',
        status: 'failed',
        message: 'afterAll failed',
        assertionResults: [result('passed', 'c works')],
      },
    ],
  };
  assert.deepEqual(readJestReport(JSON.stringify(report), '/portal'), {
    passed: 2,
    failed: [
      { name: 'packages/a/src/a.test.ts: a fails', message: 'expected 4' },
      { name: 'packages/b/src/b.test.ts', message: 'Cannot find module' },
      { name: 'packages/c/src/c.test.ts', message: 'afterAll failed' },
    ],
    flaky: [],
    skipped: [
      { name: 'packages/a/src/a.test.ts: a needs a server' },
      { name: 'packages/a/src/a.test.ts: a later' },
    ],
  });
});
