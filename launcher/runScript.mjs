import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { ChildGroup } from './children.mjs';
import { ensureInstalled } from './install.mjs';
import { Progress } from './progress.mjs';
import { runSession } from './session.mjs';
import { resolveToolchain } from './toolchain.mjs';

/**
 * Runs a TypeScript file of this repository with the Node that it needs. What
 * the file prints, and nothing else, goes to the standard output.
 */
export function runScript({ root, file, args }) {
  const progress = new Progress(process.stderr);
  return runSession(progress, async () => {
    const logs = join(root, '.data', 'logs');
    mkdirSync(logs, { recursive: true });
    const toolchain = await resolveToolchain({ root, progress });
    const logFile = join(logs, 'install.log');
    await ensureInstalled({ root, toolchain, progress, logFile });
    const child = new ChildGroup(
      [
        toolchain.node.path,
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        join(root, file),
        ...args,
      ],
      {
        cwd: root,
        env: toolchain.env,
        onLine: line => process.stdout.write(`${line}\n`),
      },
    );
    const { code } = await child.exited;
    return code ?? 1;
  });
}
