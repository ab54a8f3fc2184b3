import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { installStamp, workspaceFolders } from './stamp.mjs';
import { temporaryFolder } from './testing/temporary.mjs';

const TREE = {
  'package.json': { workspaces: ['packages/*', 'e2e'] },
  'yarn.lock': '# lock',
  'packages/b/package.json': { dependencies: { yaml: '^2.0.0' } },
  'packages/a/package.json': {},
  'packages/notes/readme.md': 'no package',
  'e2e/package.json': {},
};

function edit(root, file, change) {
  const path = join(root, file);
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, ...change }));
}

test('workspaces are the folders with a package.json', t => {
  const root = temporaryFolder(t, TREE);
  assert.deepEqual(workspaceFolders(root), ['e2e', 'packages/a', 'packages/b']);
});

const CASES = [
  ['nothing changed', () => {}, false],
  [
    'a script changed',
    root => edit(root, 'packages/b/package.json', { scripts: { x: 'y' } }),
    false,
  ],
  [
    'the lockfile changed',
    root => writeFileSync(join(root, 'yarn.lock'), '# other'),
    true,
  ],
  [
    'a workspace asks for another version',
    root =>
      edit(root, 'packages/b/package.json', { dependencies: { yaml: '3' } }),
    true,
  ],
  [
    'a resolution was added',
    root => edit(root, 'package.json', { resolutions: { got: '11.8.6' } }),
    true,
  ],
];
for (const [name, change, differs] of CASES) {
  test(`${name}: ${differs ? 'another' : 'the same'} stamp`, t => {
    const root = temporaryFolder(t, TREE);
    const before = installStamp({ root, nodeVersion: 'v24.21.0' });
    change(root);
    const after = installStamp({ root, nodeVersion: 'v24.21.0' });
    assert.equal(before !== after, differs);
  });
}

test('another Node: another stamp', t => {
  const root = temporaryFolder(t, TREE);
  assert.notEqual(
    installStamp({ root, nodeVersion: 'v24.21.0' }),
    installStamp({ root, nodeVersion: 'v22.12.0' }),
  );
});
