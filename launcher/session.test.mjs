import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readLines } from './lines.mjs';
import { isRunning, until } from './testing/until.mjs';

const COMMAND = fileURLToPath(
  new URL('testing/interruptible.mjs', import.meta.url),
);
const ON_POSIX = {
  skip: process.platform === 'win32' && 'Windows has no signals',
};

async function startCommand(t, ...args) {
  const command = spawn(process.execPath, [COMMAND, ...args]);
  const exited = once(command, 'exit');
  const lines = [];
  readLines(command.stdout, line => lines.push(line));
  const numbers = () =>
    lines
      .map(line => /^(?:grand)?child (\d+)$/.exec(line)?.[1])
      .filter(Boolean)
      .map(Number);
  await until(() => lines.includes('running'), 'the child runs');
  const pids = numbers();
  t.after(() => {
    for (const pid of [command.pid, ...pids].filter(isRunning)) {
      process.kill(pid, 'SIGKILL');
    }
  });
  return { command, exited, lines, pids };
}

for (const [phase, signal, code] of [
  ['running', 'SIGINT', 0],
  ['running', 'SIGTERM', 0],
  ['installing', 'SIGINT', 130],
]) {
  test(
    `${signal} while ${phase} ends all and exits with ${code}`,
    ON_POSIX,
    async t => {
      const { command, exited, lines, pids } = await startCommand(
        t,
        phase,
        'grandchild',
      );
      assert.equal(pids.length, 2);
      command.kill(signal);
      assert.deepEqual(await exited, [code, null]);
      await until(() => !pids.some(isRunning), 'all children have ended');
      assert.doesNotMatch(lines.join('\n'), /the child ended/);
    },
  );
}

test('a second Ctrl-C ends stubborn children at once', ON_POSIX, async t => {
  const { command, exited, lines, pids } = await startCommand(
    t,
    'running',
    'stubborn',
  );
  command.kill('SIGINT');
  await until(() => lines.includes('not yet'), 'the child was asked');
  command.kill('SIGINT');
  assert.deepEqual(await exited, [130, null]);
  await until(() => !pids.some(isRunning), 'all children have ended');
});

test('a failure ends with exit code 1 and its message', ON_POSIX, async t => {
  const { command, exited, lines, pids } = await startCommand(t, 'running');
  process.kill(pids[0], 'SIGKILL');
  assert.deepEqual(await exited, [1, null]);
  assert.match(lines.join('\n'), /the child ended/);
  assert.equal(command.exitCode, 1);
});
