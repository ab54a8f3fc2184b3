import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

// What decides the content of node_modules; scripts and descriptions do not.
const RELEVANT = [
  'name',
  'workspaces',
  'bin',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
  'dependenciesMeta',
  'resolutions',
];

/**
 * A hash of everything that decides what an install would do: the lockfile,
 * Yarn's settings, every workspace's dependencies, Node's version, platform.
 */
export function installStamp({ root, nodeVersion }) {
  const hash = createHash('sha256');
  const add = (name, text) => hash.update(`${name}\0${text}\0`);
  add('node', `${nodeVersion} ${process.platform} ${process.arch}`);
  for (const file of ['yarn.lock', '.yarnrc.yml']) {
    const path = join(root, file);
    add(file, existsSync(path) ? readFileSync(path, 'utf8') : '');
  }
  for (const folder of ['.', ...workspaceFolders(root)]) {
    const manifest = readManifest(join(root, folder));
    add(folder, JSON.stringify(RELEVANT.map(key => manifest[key] ?? null)));
  }
  return hash.digest('hex');
}

/** Folders of all workspaces, relative to the root, in a stable order. */
export function workspaceFolders(root) {
  const folders = [];
  for (const pattern of readManifest(root).workspaces ?? []) {
    const parent = pattern.replace(/\/\*$/, '');
    if (parent === pattern) {
      folders.push(pattern);
    } else if (existsSync(join(root, parent))) {
      const names = readdirSync(join(root, parent));
      folders.push(...names.map(name => `${parent}/${name}`));
    }
  }
  return folders
    .filter(folder => existsSync(join(root, folder, 'package.json')))
    .sort();
}

/** Whether the last complete install left this stamp. */
export function hasStamp(root, stamp) {
  const file = stampFile(root);
  return existsSync(file) && readFileSync(file, 'utf8').trim() === stamp;
}

/** Records what a complete install left. */
export function writeStamp(root, stamp) {
  writeFileSync(stampFile(root), `${stamp}\n`);
}

/** Forgets the last install: one that is interrupted is not complete. */
export function removeStamp(root) {
  rmSync(stampFile(root), { force: true });
}

function stampFile(root) {
  return join(root, 'node_modules', '.install-stamp');
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
