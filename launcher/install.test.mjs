import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureInstalled } from './install.mjs';
import { silentProgress } from './testing/silentProgress.mjs';
import { temporaryFolder } from './testing/temporary.mjs';

// Stands for Yarn: notes its arguments; fails as Yarn does when told to.
const FAKE_YARN = `
const fs = require('node:fs');
const args = process.argv.slice(2).join(' ');
fs.appendFileSync('calls', args + '\\n');
fs.mkdirSync('node_modules', { recursive: true });
if (fs.existsSync('broken')) {
  console.log('➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND');
  process.exit(1);
}
if (args.includes('--immutable') && fs.existsSync('behind')) {
  console.log('➤ YN0028: │ The lockfile would have been modified');
  process.exit(1);
}
fs.rmSync('behind', { force: true });
`;

function setUp(t, { ci = '', files = {} } = {}) {
  const root = temporaryFolder(t, {
    'package.json': {},
    'yarn.lock': '',
    'yarn.cjs': FAKE_YARN,
    ...files,
  });
  const before = process.env.CI;
  process.env.CI = ci;
  t.after(() => {
    if (before === undefined) {
      delete process.env.CI;
    } else {
      process.env.CI = before;
    }
  });
  const { progress, out } = silentProgress();
  t.after(() => progress.stop());
  const install = () =>
    ensureInstalled({
      root,
      progress,
      logFile: join(root, 'install.log'),
      toolchain: {
        node: { version: 'v24.21.0' },
        yarn: [process.execPath, join(root, 'yarn.cjs')],
        env: process.env,
      },
    });
  const calls = () =>
    existsSync(join(root, 'calls'))
      ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n')
      : [];
  return { root, install, calls, out };
}

test('a second run installs nothing', async t => {
  const { install, calls } = setUp(t);
  assert.equal(await install(), true);
  assert.equal(await install(), false);
  assert.deepEqual(calls(), ['install --immutable']);
});

test('a changed lockfile installs again', async t => {
  const { root, install } = setUp(t);
  await install();
  writeFileSync(join(root, 'yarn.lock'), '# changed');
  assert.equal(await install(), true);
});

test('a lockfile that is behind is updated, and a line says so', async t => {
  const { install, calls, out } = setUp(t, { files: { behind: '' } });
  await install();
  assert.deepEqual(calls(), ['install --immutable', 'install --no-immutable']);
  assert.match(out.text, /yarn\.lock does not match/);
});

test('in CI a lockfile that is behind is a failure', async t => {
  const { install, calls } = setUp(t, { ci: '1', files: { behind: '' } });
  await assert.rejects(install(), error => {
    assert.match(error.remedy, /Run yarn install and commit yarn\.lock/);
    return true;
  });
  assert.deepEqual(calls(), ['install --immutable']);
});

test('a failed install shows the end of its log and is tried again', async t => {
  const { root, install, calls } = setUp(t, { files: { broken: '' } });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await assert.rejects(install(), error => {
      assert.match(error.message, /Installing the dependencies failed/);
      assert.match(error.tail.join('\n'), /ENOTFOUND/);
      return true;
    });
  }
  assert.equal(calls().length, 2);
  assert.match(readFileSync(join(root, 'install.log'), 'utf8'), /ENOTFOUND/);
});
