import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolveBrowser } from './browser.mjs';
import { ChildGroup } from './children.mjs';
import { Failure } from './failure.mjs';
import { startPostgres } from './postgres.mjs';
import { noCounts } from './reports/counts.mjs';
import { afterSecondRun, filesToRunAgain } from './secondRun.mjs';

// How the tests of this repository say why they skip.
const SKIP_NOTE = /^\s*(skipp(?:ed|ing)\b.*)$/i;
const NO_POSTGRES =
  'PostgreSQL is not installed here (Debian, Ubuntu: apt-get install postgresql)';
// Backstage's test utilities read the address of the server from it.
const POSTGRES_URL = 'BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING';

/**
 * What came of a step.
 *
 * @typedef {{ id: string, ok: boolean, milliseconds: number,
 *   counts: import('./reports/counts.mjs').Counts, notes: string[],
 *   failure?: Failure }} StepResult `notes` are reasons that tests printed
 *   when they skipped; `failure` is the command that failed
 */

/**
 * Runs one step of `npm test`.
 *
 * @returns {Promise<StepResult>}
 */
export async function runStep(step, { root, env, logs, progress }) {
  const since = Date.now();
  if (step.postgres && !step.postgres.programs) {
    return { ...skippedStep(step, NO_POSTGRES), ok: true };
  }
  const task = progress.begin(step.id);
  const notes = new Set();
  const onLine = line => {
    task.detail(line);
    const [, note] = SKIP_NOTE.exec(line) ?? [];
    if (note) {
      notes.add(note);
    }
  };

  let counts;
  let failure;
  let postgres;
  try {
    const stepEnv = { ...env };
    if (step.postgres) {
      postgres = await startPostgres({ ...step.postgres, env });
      stepEnv[POSTGRES_URL] = postgres.url;
    }
    if (step.browser) {
      stepEnv.PORTAL_BROWSER = await resolveBrowser({ root, env, onLine });
    }
    const logFile = join(logs, `test-${step.id}.log`);
    const place = { root, env: stepEnv, logFile, onLine };
    ({ counts, failure } = await runAndCount(step, place));
    const files = step.again ? filesToRunAgain(counts) : [];
    if (files.length > 0) {
      const { report } = step;
      const again = { id: step.id, report, commands: [step.again(files)] };
      const second = await runAndCount(again, { ...place, append: true });
      counts = afterSecondRun(counts, second.counts);
    }
  } catch (error) {
    // The step could not be begun.
    failure = error;
    counts = noCounts();
    counts.failed.push({ name: step.id, message: error.message });
  }
  await postgres?.end();

  const ok = counts.failed.length === 0;
  task.end(ok ? '✓' : '✗', step.report && closingLine(counts));
  const milliseconds = Date.now() - since;
  return {
    ...{ id: step.id, ok, milliseconds, counts, notes: [...notes] },
    ...(!ok && { failure }),
  };
}

/** The result of a step that was not run, and why. */
export function skippedStep(step, reason) {
  const counts = noCounts();
  counts.skipped.push({ name: step.id, reason });
  return { id: step.id, ok: false, milliseconds: 0, counts, notes: [] };
}

/** `12 passed, 0 failed`, and `, 3 skipped, 1 flaky` when any were. */
export function closingLine({ passed, failed, skipped, flaky }) {
  return [
    `${passed} passed, ${failed.length} failed`,
    skipped.length > 0 && `${skipped.length} skipped`,
    flaky.length > 0 && `${flaky.length} flaky`,
  ]
    .filter(Boolean)
    .join(', ');
}

async function runAndCount(step, place) {
  let failure;
  try {
    await runCommands(step, place);
  } catch (error) {
    failure = error;
  }
  return { failure, counts: countResults(step, failure) };
}

async function runCommands(
  step,
  { root, env, logFile, onLine, append = false },
) {
  if (step.report) {
    // What an earlier run wrote must not be read as the result of this one.
    rmSync(step.report.file, { force: true });
  }
  for (const [index, command] of step.commands.entries()) {
    const options = { cwd: root, env, logFile, onLine };
    options.append = append || index > 0;
    const child = new ChildGroup(command, options);
    const { code, signal } = await child.exited;
    if (code !== 0) {
      // Nothing that a failed command left running may disturb the next step.
      await child.end();
      throw new Failure(
        `${step.id} failed (${signal ?? `exit code ${code}`})`,
        { tail: child.tail, logFile },
      );
    }
  }
}

function countResults(step, failure) {
  const counts = readCounts(step, failure);
  // A runner can fail without a failed test: it crashed, or found no test.
  if (failure && counts.failed.length === 0) {
    counts.failed.push({ name: step.id, message: failure.message });
  }
  return counts;
}

function readCounts({ id, report }, failure) {
  const counts = noCounts();
  if (!report) {
    counts.passed = failure ? 0 : 1;
    return counts;
  }
  if (existsSync(report.file)) {
    return report.read(readFileSync(report.file, 'utf8'));
  }
  const message = 'it ended without a report of its tests';
  counts.failed.push({ name: id, message });
  return counts;
}
