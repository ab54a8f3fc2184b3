import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from './failure.mjs';
import { skippedStep } from './runStep.mjs';
import { summarise } from './summary.mjs';

const passed = (id, count) => ({
  id,
  counts: { passed: count, failed: [], flaky: [], skipped: [] },
  notes: [],
});

test('the last line holds the sums', () => {
  const text = summarise([passed('lint', 1), passed('unit', 41)]);
  assert.equal(text, '\n42 passed, 0 failed');
});

test('skipped tests are named with their reasons', () => {
  const unit = passed('unit', 3);
  unit.counts.skipped.push({ name: 'reads a real server' });
  unit.notes.push('Skipped: TEST_KUBECONFIG is not set');
  const text = summarise([
    unit,
    skippedStep({ id: 'build' }, 'it needs types, which did not pass'),
  ]);
  assert.equal(
    text,
    [
      '',
      'Skipped:',
      '  - unit: reads a real server',
      '    Skipped: TEST_KUBECONFIG is not set',
      '  - build: it needs types, which did not pass',
      '',
      '3 passed, 0 failed, 2 skipped',
    ].join('\n'),
  );
});

test('many skipped tests of a file are one line', () => {
  const unit = passed('unit', 3);
  for (const name of ['adds', 'removes', 'changes', 'lists']) {
    unit.counts.skipped.push({ name: `server.test.ts: ${name}` });
  }
  unit.counts.skipped.push({ name: 'other.test.ts: reads' });
  const text = summarise([unit]);
  assert.match(text, /- unit: server\.test\.ts: 4 tests\n/);
  assert.match(text, /- unit: other\.test\.ts: reads\n/);
  assert.doesNotMatch(text, /adds/);
});

test('what failed comes after what was skipped', () => {
  const unit = passed('unit', 3);
  unit.counts.skipped.push({ name: 'reads a real server' });
  unit.counts.failed.push({ name: 'adds', message: 'expected 4' });
  assert.match(summarise([unit]), /Skipped:[^]*Failed:[^]*1 failed/);
});

test('a failed test is named with its message, and the log is pointed at', () => {
  const unit = passed('unit', 1);
  unit.counts.failed.push({ name: 'adds', message: 'expected 4' });
  unit.failure = new Failure('unit failed (exit code 1)', {
    tail: ['noise of the runner'],
    logFile: '/logs/unit.log',
  });
  const text = summarise([unit]);
  assert.match(text, /✗ unit: adds\n {6}expected 4/);
  assert.match(text, /Full log: \/logs\/unit\.log/);
  assert.doesNotMatch(text, /noise/);
  assert.match(text, /\n1 passed, 1 failed$/);
});

test('a failed step without tests shows the end of its log', () => {
  const lint = passed('lint', 0);
  lint.counts.failed.push({ name: 'lint', message: 'lint failed' });
  lint.failure = new Failure('lint failed', { tail: ['no-unused-vars'] });
  const text = summarise([lint]);
  assert.match(text, /\| no-unused-vars/);
  assert.equal(text.match(/lint failed/g).length, 1);
});
