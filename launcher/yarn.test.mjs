import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Failure } from './failure.mjs';
import { temporaryFolder } from './testing/temporary.mjs';
import { resolveYarn } from './yarn.mjs';

const ROOT = { 'package.json': { packageManager: 'yarn@4.13.0' } };

function setUp(t, { own } = {}) {
  const root = temporaryFolder(t, ROOT);
  const specs = [];
  const install = async ({ prefix, spec }) => {
    specs.push(spec);
    const folder = join(prefix, 'node_modules', '@yarnpkg', 'cli-dist');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "version": "4.13.0" }');
  };
  const options = {
    root,
    tools: join(root, '.tools'),
    node: '/opt/node',
    probe: async () => own,
    install,
  };
  return { options, specs };
}

test("the machine's own Yarn is used when it is the wanted version", async t => {
  const { options, specs } = setUp(t, { own: '4.13.0' });
  const yarn = await resolveYarn(options);
  assert.deepEqual(yarn.command, ['yarn']);
  assert.deepEqual(specs, []);
});

for (const own of [undefined, '1.22.22', '4.9.1']) {
  test(`the wanted Yarn is fetched once when the own is ${own}`, async t => {
    const { options, specs } = setUp(t, { own });
    const first = await resolveYarn(options);
    const second = await resolveYarn(options);
    assert.deepEqual(specs, ['@yarnpkg/cli-dist@4.13.0']);
    assert.equal(first.command[0], '/opt/node');
    assert.deepEqual(second, first);
  });
}

test('the Yarn of an older checkout is replaced', async t => {
  const { options, specs } = setUp(t);
  await resolveYarn(options);
  writeFileSync(
    join(options.root, 'package.json'),
    '{ "packageManager": "yarn@4.14.0+sha224.0abc" }',
  );
  await resolveYarn(options);
  assert.equal(specs.at(-1), '@yarnpkg/cli-dist@4.14.0');
});

test('a registry that does not answer says what to do', async t => {
  const { options } = setUp(t);
  const install = async () => {
    throw new Failure('npm could not', { tail: ['ETIMEDOUT'] });
  };
  await assert.rejects(resolveYarn({ ...options, install }), error => {
    assert.match(error.message, /Yarn 4\.13\.0/);
    assert.match(error.remedy, /npm ping/);
    assert.deepEqual(error.tail, ['ETIMEDOUT']);
    return true;
  });
});
