import { ChildGroup } from './children.mjs';
import { Failure } from './failure.mjs';
import { hasStamp, installStamp, removeStamp, writeStamp } from './stamp.mjs';

// Yarn's code for "the lockfile would have been modified by this install".
const LOCKFILE_IS_BEHIND = 'YN0028';

/**
 * Installs the dependencies unless the last install already left exactly what
 * this tree asks for.
 *
 * @returns whether an install was needed
 * @throws {Failure} when Yarn fails
 */
export async function ensureInstalled({ root, toolchain, progress, logFile }) {
  const nodeVersion = toolchain.node.version;
  if (hasStamp(root, installStamp({ root, nodeVersion }))) {
    return false;
  }
  const ci = Boolean(process.env.CI);
  const task = progress.begin('installing dependencies');
  const yarnInstall = flags =>
    runInstall({ root, toolchain, task, logFile, flags });

  let result = await yarnInstall(['--immutable']);
  if (result.code !== 0 && result.lockfileIsBehind && !ci) {
    progress.print(
      '  ! yarn.lock does not match the package.json files: updating it (commit the change)',
    );
    result = await yarnInstall(['--no-immutable']);
  }
  if (result.code !== 0) {
    task.end('✗');
    throw new Failure('Installing the dependencies failed', {
      remedy: result.lockfileIsBehind
        ? 'Run yarn install and commit yarn.lock.'
        : 'Check the lines above and the network (npm ping), then run this again: it goes on where it stopped.',
      tail: result.tail,
      logFile,
    });
  }
  // Yarn may have rewritten the lockfile, so the stamp is taken again.
  writeStamp(root, installStamp({ root, nodeVersion }));
  task.end('✓');
  return true;
}

async function runInstall({ root, toolchain, task, logFile, flags }) {
  removeStamp(root);
  let lockfileIsBehind = false;
  const child = new ChildGroup([...toolchain.yarn, 'install', ...flags], {
    cwd: root,
    env: { ...toolchain.env, YARN_ENABLE_PROGRESS_BARS: '0' },
    logFile,
    onLine: line => {
      lockfileIsBehind ||= line.includes(LOCKFILE_IS_BEHIND);
      task.detail(line.replace(/^➤ \S+:\s*[│┌└]?\s*/, ''));
    },
  });
  const { code } = await child.exited;
  return { code, lockfileIsBehind, tail: child.tail };
}
