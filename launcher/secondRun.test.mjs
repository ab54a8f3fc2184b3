import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noCounts } from './reports/counts.mjs';
import { afterSecondRun, filesToRunAgain } from './secondRun.mjs';

const failing = (...names) => ({
  ...noCounts(),
  passed: 40,
  failed: names.map(name => ({ name, message: `${name} is wrong` })),
});

test('a few files with failed tests are worth a second run', () => {
  const counts = failing(
    'a/a.test.ts: adds',
    'a/a.test.ts: lists',
    'b/b.test.ts',
  );
  assert.deepEqual(filesToRunAgain(counts), ['a/a.test.ts', 'b/b.test.ts']);
});

test('neither many files nor a failure outside of them are', () => {
  const many = ['a/a', 'b/b', 'c/c', 'd/d'].map(name => `${name}.test.ts: x`);
  assert.deepEqual(filesToRunAgain(failing(...many)), []);
  assert.deepEqual(filesToRunAgain(failing('unit')), []);
});

test('what passes the second time is flaky, not failed', () => {
  const first = failing('a/a.test.ts: adds', 'a/a.test.ts: lists');
  const second = { ...failing('a/a.test.ts: lists'), passed: 7 };
  const counts = afterSecondRun(first, second);
  assert.equal(counts.passed, 41);
  assert.deepEqual(
    counts.failed.map(({ name }) => name),
    ['a/a.test.ts: lists'],
  );
  assert.deepEqual(
    counts.flaky.map(({ name }) => name),
    ['a/a.test.ts: adds'],
  );
});

test('what fails only the second time has failed', () => {
  const first = failing('a/a.test.ts: adds');
  const { failed } = afterSecondRun(first, failing('a/a.test.ts: lists'));
  assert.deepEqual(
    failed.map(({ name }) => name),
    ['a/a.test.ts: lists'],
  );
});

test('a file that does not run the second time has failed', () => {
  const first = failing('a/a.test.ts: adds');
  const { failed, flaky } = afterSecondRun(first, failing('a/a.test.ts'));
  assert.equal(failed.length, 2);
  assert.deepEqual(flaky, []);
});

test('a test that is skipped the second time has failed', () => {
  const first = failing('a/a.test.ts: adds');
  const skipped = [{ name: 'a/a.test.ts: adds' }];
  const second = { ...noCounts(), passed: 3, skipped };
  assert.equal(afterSecondRun(first, second).failed.length, 1);
});

test('a runner that breaks down proves nothing', () => {
  const first = failing('a/a.test.ts: adds');
  const { failed, flaky } = afterSecondRun(first, failing('unit'));
  assert.equal(failed.length, 2);
  assert.deepEqual(flaky, []);
});

test('a second run without tests proves nothing', () => {
  const first = failing('a/a.test.ts: adds');
  assert.equal(afterSecondRun(first, noCounts()).failed.length, 1);
});
