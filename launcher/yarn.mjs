import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from './failure.mjs';
import { installPackage } from './toolPackage.mjs';

const run = promisify(execFile);
const PACKAGE = '@yarnpkg/cli-dist';
const PROBE_TIMEOUT_MS = 15_000;

/** The Yarn version that the root package.json names in `packageManager`. */
export function wantedYarn(root) {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return packageManager.replace(/^yarn@/, '').split('+')[0];
}

/**
 * The Yarn this repository asks for: the machine's own when it is that
 * version, else one fetched from the npm registry into the tools folder.
 * `bin` is the folder that holds `yarn`: the Backstage CLI calls it by name.
 */
export async function resolveYarn({
  root,
  tools,
  node,
  probe = ownYarnVersion,
  install = installPackage,
  onFetch = () => {},
}) {
  const wanted = wantedYarn(root);
  const prefix = join(tools, 'yarn');
  const folder = join(prefix, 'node_modules', PACKAGE);
  const fetched = {
    command: [node, join(folder, 'bin', 'yarn.js')],
    bin: join(prefix, 'node_modules', '.bin'),
    version: wanted,
    fetched: true,
  };
  if (installedVersion(folder) === wanted) {
    return fetched;
  }
  if ((await probe(root)) === wanted) {
    return { command: ['yarn'], version: wanted, fetched: false };
  }
  onFetch(`Yarn ${wanted}`);
  try {
    await install({ prefix, spec: `${PACKAGE}@${wanted}` });
  } catch (error) {
    throw new Failure(
      `Fetching Yarn ${wanted} (${PACKAGE}) from the npm registry failed`,
      {
        remedy:
          'Check that npm can reach its registry (npm ping) and run this again.',
        tail: error.tail,
        cause: error,
      },
    );
  }
  return fetched;
}

function installedVersion(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).version
    : undefined;
}

async function ownYarnVersion(root) {
  if (process.platform === 'win32') {
    // There it is a batch file, which cannot be spawned without a shell.
    return undefined;
  }
  try {
    const { stdout } = await run('yarn', ['--version'], {
      cwd: root,
      timeout: PROBE_TIMEOUT_MS,
      // Corepack would otherwise ask before it downloads, and wait for ever.
      env: { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' },
    });
    return stdout.trim();
  } catch {
    return undefined;
  }
}
