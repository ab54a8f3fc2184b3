import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ChildGroup, endAll } from './children.mjs';
import { temporaryFolder } from './testing/temporary.mjs';
import { isRunning, until } from './testing/until.mjs';

const PART = fileURLToPath(new URL('testing/fakePart.cjs', import.meta.url));
const ON_POSIX = {
  skip: process.platform === 'win32' && 'Windows has no process groups',
};

async function startPart(t, ...habits) {
  const child = new ChildGroup([process.execPath, PART, '0', ...habits]);
  t.after(() => child.kill());
  await until(() => child.tail.includes('running'), 'the part runs');
  return child;
}

function grandchildOf(child) {
  const line = child.tail.find(text => text.startsWith('grandchild '));
  return Number(line.split(' ')[1]);
}

test('output goes to the log file and the tail, without colours', async t => {
  const logFile = join(temporaryFolder(t), 'logs', 'x.log');
  const script =
    'console.log("\\u001b[31mred\\u001b[0m"); console.error("two")';
  const command = [process.execPath, '-e', script];
  const child = new ChildGroup(command, { logFile });
  assert.deepEqual(await child.exited, { code: 0, signal: null });
  assert.deepEqual(child.tail.sort(), ['red', 'two']);
  await until(
    () => readFileSync(logFile, 'utf8').length === 'red\ntwo\n'.length,
    'the log is written',
  );
});

test('only the last lines are kept in memory', async () => {
  const script = 'for (let i = 0; i < 500; i += 1) console.log(i)';
  const child = new ChildGroup([process.execPath, '-e', script]);
  await child.exited;
  assert.equal(child.tail.at(-1), '499');
  assert.ok(child.tail.length < 100);
});

test('a program that is not there ends with an error that names it', async () => {
  const child = new ChildGroup(['no-such-program']);
  const { code, error } = await child.exited;
  assert.equal(code, null);
  assert.equal(error.code, 'ENOENT');
  assert.match(child.tail.join('\n'), /no-such-program/);
});

test('ending a child ends what it started', ON_POSIX, async t => {
  const child = await startPart(t, 'grandchild');
  const grandchild = grandchildOf(child);
  assert.equal(isRunning(grandchild), true);
  await child.end();
  await until(() => !isRunning(grandchild), 'the grandchild has ended');
  assert.equal(isRunning(child.pid), false);
});

test('a child that ignores the request is made to end', ON_POSIX, async t => {
  const child = await startPart(t, 'stubborn', 'grandchild');
  await child.end(300);
  assert.equal((await child.exited).signal, 'SIGKILL');
});

test('all children are ended side by side', async t => {
  const children = [await startPart(t), await startPart(t)];
  await endAll();
  assert.deepEqual(
    children.map(({ pid }) => isRunning(pid)),
    [false, false],
  );
});
