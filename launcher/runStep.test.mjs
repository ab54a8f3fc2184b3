import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findPostgres } from './postgres.mjs';
import { noCounts } from './reports/counts.mjs';
import { runStep } from './runStep.mjs';
import { silentProgress } from './testing/silentProgress.mjs';
import { temporaryFolder } from './testing/temporary.mjs';

const script = text => [process.execPath, '-e', text];

function setUp(t) {
  const { progress, out } = silentProgress();
  t.after(() => progress.stop());
  const root = temporaryFolder(t);
  const options = { root, env: process.env, logs: root, progress };
  return { root, out, run: step => runStep({ id: 'x', ...step }, options) };
}

/** A step whose runner reports this many passed tests. */
function reporting(root, text) {
  const file = join(root, 'report.txt');
  const read = content => ({ ...noCounts(), passed: Number(content) });
  const write = `require('node:fs').writeFileSync('report.txt', '${text}')`;
  return { report: { file, read }, commands: [script(write)], file };
}

test('a step without tests counts as one', async t => {
  const { run } = setUp(t);
  const { ok, counts } = await run({ commands: [script('')] });
  assert.equal(ok, true);
  assert.deepEqual(counts, { passed: 1, failed: [], flaky: [], skipped: [] });
});

test('a failed command fails the step and keeps the next from running', async t => {
  const { root, run } = setUp(t);
  const { ok, counts, failure } = await run({
    commands: [
      script('console.log("first")'),
      script('console.error("2 problems"); process.exit(1)'),
      script('require("node:fs").writeFileSync("third", "")'),
    ],
  });
  assert.equal(ok, false);
  assert.equal(counts.failed.length, 1);
  assert.equal(failure.message, 'x failed (exit code 1)');
  assert.deepEqual(failure.tail, ['2 problems']);
  assert.equal(existsSync(join(root, 'third')), false);
  const log = readFileSync(failure.logFile, 'utf8');
  assert.match(log, /first\n2 problems/);
});

test('tests are counted from the report', async t => {
  const { root, run, out } = setUp(t);
  const { ok, counts } = await run(reporting(root, '12'));
  assert.equal(ok, true);
  assert.equal(counts.passed, 12);
  assert.match(out.text, /✓ x .*12 passed, 0 failed/);
});

test('a runner that fails without a failed test is a failure', async t => {
  const { root, run } = setUp(t);
  const step = reporting(root, '12');
  step.commands.push(script('process.exit(1)'));
  const { ok, counts } = await run(step);
  assert.equal(ok, false);
  assert.equal(counts.passed, 12);
  assert.equal(counts.failed.length, 1);
});

test('the report of an earlier run is not read', async t => {
  const { root, run } = setUp(t);
  const step = reporting(root, '12');
  await run(step);
  const { ok, counts } = await run({ ...step, commands: [script('')] });
  assert.equal(ok, false);
  assert.equal(counts.passed, 0);
  assert.match(counts.failed[0].message, /without a report/);
});

test('reasons that tests print when they skip are kept', async t => {
  const { run } = setUp(t);
  const text = 'Skipped: TEST_KUBECONFIG is not set';
  const print = script(`for (const _ of '12') console.log('  ${text}')`);
  const { notes } = await run({ commands: [print] });
  assert.deepEqual(notes, [text]);
});

test('a step on PostgreSQL is skipped, with the reason, where there is none', async t => {
  const { run } = setUp(t);
  const commands = [script('process.exit(1)')];
  const { ok, counts } = await run({ commands, postgres: {} });
  assert.equal(ok, true);
  assert.match(counts.skipped[0].reason, /PostgreSQL is not installed here/);
});

test('a step on PostgreSQL is given the address of a server', async t => {
  const programs = findPostgres({ env: process.env });
  if (!programs) {
    t.skip('PostgreSQL is not installed here');
    return;
  }
  const { run } = setUp(t);
  const name = 'BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING';
  const test = `/^postgresql:.*127/.test(process.env.${name})`;
  const commands = [script(`process.exit(${test} ? 0 : 1)`)];
  const { ok } = await run({ commands, postgres: { programs } });
  assert.equal(ok, true);
});

test('tests that failed run again, and are flaky when they then pass', async t => {
  const { root, run, out } = setUp(t);
  const file = join(root, 'report.txt');
  const writing = (text, code) =>
    script(
      `require('node:fs').writeFileSync('report.txt', '${text}'); process.exit(${code})`,
    );
  // Only the number that passed, or the name of the one that failed.
  const read = text =>
    Number(text)
      ? { ...noCounts(), passed: Number(text) }
      : { ...noCounts(), failed: [{ name: text }] };
  const step = second => ({
    report: { file, read },
    commands: [writing('a/a.test.ts: adds', 1)],
    again: files => writing(...second(files)),
  });

  const mended = await run(step(files => [files.length, 0]));
  assert.equal(mended.ok, true);
  assert.equal(mended.failure, undefined);
  assert.deepEqual(mended.counts.flaky, [{ name: 'a/a.test.ts: adds' }]);
  assert.match(out.text, /✓ x .*1 passed, 0 failed, 1 flaky/);

  const broken = await run(step(([name]) => [`${name}: adds`, 1]));
  assert.equal(broken.ok, false);
  assert.deepEqual(broken.counts.failed, [{ name: 'a/a.test.ts: adds' }]);
});
