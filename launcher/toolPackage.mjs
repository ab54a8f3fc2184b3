import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChildGroup } from './children.mjs';
import { Failure } from './failure.mjs';
import { npmCommand } from './npm.mjs';

/**
 * Installs one npm package into a folder of its own, which is emptied first:
 * what is there is absent, incomplete or of the wrong version.
 *
 * @throws {Failure} with npm's own words as its tail
 */
export async function installPackage({ prefix, spec }) {
  rmSync(prefix, { recursive: true, force: true });
  mkdirSync(prefix, { recursive: true });
  // Without a package.json here npm would look for one in the folders above.
  writeFileSync(join(prefix, 'package.json'), '{ "private": true }\n');
  const flags = ['--prefix', prefix, '--ignore-scripts', '--no-save'];
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock'];
  const child = new ChildGroup(
    [...npmCommand(), 'install', ...flags, ...quiet, spec],
    { cwd: prefix, env: process.env },
  );
  const { code } = await child.exited;
  if (code !== 0) {
    throw new Failure(`npm could not install ${spec}`, { tail: child.tail });
  }
}
