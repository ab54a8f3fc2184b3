import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { endAll } from './children.mjs';
import { startParts } from './runParts.mjs';
import { silentProgress } from './testing/silentProgress.mjs';
import { temporaryFolder } from './testing/temporary.mjs';

const PART = fileURLToPath(new URL('testing/fakePart.cjs', import.meta.url));

async function part(name, { habits = [], timeoutMs = 20_000, ...more } = {}) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  const answers = habits.includes('mute') ? 0 : port;
  const command = [process.execPath, PART, String(answers), ...habits];
  return { name, port, path: '/', timeoutMs, command, ...more };
}

function start(t, parts) {
  const { progress, out } = silentProgress();
  const logs = temporaryFolder(t);
  t.after(async () => {
    await endAll();
    progress.stop();
  });
  const options = { root: '.', env: process.env, logs, progress };
  return { started: startParts({ ...options, parts }), out, logs };
}

test('all parts answer, the first before the others start', async t => {
  const parts = [
    await part('sandbox', { first: true }),
    await part('backend'),
    await part('app'),
  ];
  const { started, out, logs } = start(t, parts);
  assert.equal((await started).length, 3);
  assert.ok(out.text.indexOf('✓ sandbox') < out.text.indexOf('… backend'));
  assert.match(out.text, new RegExp(`✓ app .*localhost:${parts[2].port}`));
  assert.equal(readFileSync(join(logs, 'app.log'), 'utf8'), 'listening\n');
});

test('a part that ends early fails the start with its last words', async t => {
  const parts = [
    await part('backend', { habits: ['die'] }),
    await part('app', { habits: ['mute'] }),
  ];
  await assert.rejects(start(t, parts).started, error => {
    assert.equal(error.message, 'The backend ended by itself (exit code 3)');
    assert.deepEqual(error.tail, ['Error: no such table: records']);
    assert.match(error.logFile, /backend\.log$/);
    return true;
  });
});

test('a part that gives up but lingers fails the start', async t => {
  const habits = ['mute', 'give-up'];
  const parts = [
    await part('backend', { habits, givesUp: [/startup failed/] }),
  ];
  await assert.rejects(start(t, parts).started, error => {
    assert.equal(error.message, 'The backend could not start');
    assert.match(error.tail.join('\n'), /aks\.clusters\[0\]: no url/);
    return true;
  });
});

test('a part that never answers fails the start', async t => {
  const parts = [await part('app', { habits: ['mute'], timeoutMs: 600 })];
  await assert.rejects(
    start(t, parts).started,
    new RegExp(`app did not answer on port ${parts[0].port}`),
  );
});

test('a part that ends after the start is noticed', async t => {
  const parts = [await part('sandbox')];
  const { started } = start(t, parts);
  const ended = await started;
  await endAll();
  await assert.rejects(Promise.race(ended), /The sandbox ended by itself/);
});
