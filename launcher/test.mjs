import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatDuration } from './durations.mjs';
import { ensureInstalled } from './install.mjs';
import { Progress } from './progress.mjs';
import { runStep, skippedStep } from './runStep.mjs';
import { schedule, selectSteps } from './schedule.mjs';
import { runSession } from './session.mjs';
import { summarise } from './summary.mjs';
import { TEST_HELP, checkStepNames, parseTestOptions } from './testOptions.mjs';
import { testSteps } from './testSteps.mjs';
import { resolveToolchain } from './toolchain.mjs';

// More side by side gains little, and every step takes a gigabyte or so.
const MAX_CORES = 2;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const logs = join(root, '.data', 'logs');
const artefacts = join(root, '.data', 'test');
const progress = new Progress();

runSession(progress, async () => {
  const options = parseTestOptions(process.argv.slice(2));
  if (options.help) {
    progress.print(TEST_HELP);
    return 0;
  }
  const named = testSteps({ root, artefacts });
  if (options.list) {
    for (const { id, what } of named) {
      progress.print(`${id.padEnd(14)}${what}`);
    }
    return 0;
  }
  checkStepNames(options.only, named);
  const toolchain = await resolveToolchain({ root, progress });
  const all = testSteps({ root, artefacts, toolchain });
  const steps = options.only.length > 0 ? selectSteps(all, options.only) : all;

  mkdirSync(logs, { recursive: true });
  mkdirSync(artefacts, { recursive: true });
  const since = Date.now();
  const logFile = join(logs, 'install.log');
  await ensureInstalled({ root, toolchain, progress, logFile });

  // CI makes jest run once and refuse to write snapshots.
  const env = { ...toolchain.env, CI: '1' };
  const results = await schedule(
    steps,
    Math.min(cpus().length, MAX_CORES),
    step => runStep(step, { root, env, logs, progress }),
    skippedStep,
  );
  progress.print(`\n  ${formatDuration(Date.now() - since)} in all`);
  progress.print(summarise(results));
  return results.every(({ ok }) => ok) ? 0 : 1;
});
