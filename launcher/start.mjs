import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { portalEnvironment, portalParts } from './portal.mjs';
import { checkPorts } from './ports.mjs';
import { Progress } from './progress.mjs';
import { startParts } from './runParts.mjs';
import { runSession } from './session.mjs';
import { START_HELP, parseStartOptions } from './startOptions.mjs';
import { resolveToolchain } from './toolchain.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const logs = join(root, '.data', 'logs');
const progress = new Progress();

runSession(progress, async ({ onInterrupt }) => {
  const options = parseStartOptions(process.argv.slice(2));
  if (options.help) {
    progress.print(START_HELP);
    return 0;
  }
  if (!options.sandbox) {
    requireOwnClusters();
  }
  // The logs folder is inside the one that holds the database files.
  mkdirSync(logs, { recursive: true });

  const toolchain = await resolveToolchain({ root, progress });
  const parts = portalParts({ root, toolchain, options });
  // Before the install: nobody should wait minutes to learn of a taken port.
  await checkPorts(parts);
  const logFile = join(logs, 'install.log');
  await ensureInstalled({ root, toolchain, progress, logFile });

  const ended = await startParts({
    parts,
    root,
    env: { ...toolchain.env, ...portalEnvironment(options) },
    logs,
    verbose: options.verbose,
    progress,
  });
  onInterrupt(0);
  progress.print(welcome(options));
  await Promise.race(ended);
  return 1;
});

function requireOwnClusters() {
  if (!existsSync(join(root, 'app-config.local.yaml'))) {
    throw new Failure('Without the sandbox the portal has no cluster to show', {
      remedy:
        'Name yours in app-config.local.yaml; README.md says how under "Your own cluster".',
    });
  }
}

function welcome({ ports, sandbox }) {
  const people =
    'Mona Berg (storefront), Kai Tanaka (payments), Priya Nair (platform), Tom Okafor (marketing)';
  return [
    '',
    `  The portal is at  http://localhost:${ports.app}`,
    '',
    `  Sign in as Guest${
      sandbox ? `, or as one of the company: ${people}.` : '.'
    }`,
    '  Logs are in .data/logs. Ctrl-C ends everything.',
    '',
  ].join('\n');
}
