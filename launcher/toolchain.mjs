import { delimiter, dirname, join } from 'node:path';
import { resolveNode } from './node.mjs';
import { readNpmSettings, yarnEnvironment } from './npm.mjs';
import { resolveYarn } from './yarn.mjs';

/**
 * Node and Yarn as this repository needs them, and the environment in which
 * everything else runs: those two first on the PATH, npm's settings passed on.
 */
export async function resolveToolchain({ root, progress }) {
  const tools = join(root, '.tools');
  const fetching = async resolve => {
    let task;
    const onFetch = what => {
      task ??= progress.begin(`fetching ${what}`);
    };
    try {
      const found = await resolve(onFetch);
      task?.end('✓', `version ${found.version.replace(/^v/, '')}`);
      return found;
    } catch (error) {
      task?.end('✗');
      throw error;
    }
  };
  const node = await fetching(onFetch => resolveNode({ tools, onFetch }));
  const yarn = await fetching(onFetch =>
    resolveYarn({ root, tools, node: node.path, onFetch }),
  );
  const settings = await readNpmSettings(root);
  return {
    node,
    yarn: yarn.command,
    env: toolEnvironment({
      bins: [dirname(node.path), yarn.bin].filter(Boolean),
      additions: yarnEnvironment(settings),
    }),
  };
}

/** The environment with the given folders in front of the PATH. */
export function toolEnvironment({ bins, additions, env = process.env }) {
  const pathKey =
    Object.keys(env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...env,
    ...additions,
    [pathKey]: [...bins, env[pathKey]].filter(Boolean).join(delimiter),
  };
}
