import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChildGroup } from './children.mjs';
import { Failure } from './failure.mjs';
import { waitUntilReady } from './readiness.mjs';

// An error's further lines follow the one that gives it away.
const REST_OF_ERROR_MS = 500;

/**
 * Starts one part of the portal.
 *
 * @returns `ready` settles when it answers, and fails when it ends, gives up
 *   or does not answer in time; `ended` fails when it ends by itself
 */
export function startPart(part, { root, env, logs, progress, verbose }) {
  const { name, port, timeoutMs, givesUp = [] } = part;
  const logFile = join(logs, `${name}.log`);
  const task = progress.begin(name);
  let over = false;
  let giveUp;
  const gaveUp = new Promise(resolve => {
    giveUp = resolve;
  });
  const child = new ChildGroup(part.command, {
    cwd: root,
    env,
    logFile,
    onLine: line => {
      if (verbose) {
        progress.print(`${prefix(part)} ${line}`);
      }
      task.detail(line);
      if (givesUp.some(pattern => pattern.test(line))) {
        giveUp();
      }
    },
  });
  const fail = (message, remedy) => {
    throw new Failure(message, { remedy, tail: child.tail, logFile });
  };
  const mend = 'The lines above say why; mend that and run npm start again.';

  const ended = child.exited.then(({ code, signal }) =>
    fail(
      `The ${name} ended by itself (${signal ?? `exit code ${code}`})`,
      mend,
    ),
  );
  const stuck = gaveUp
    .then(() => sleep(REST_OF_ERROR_MS))
    .then(() => fail(`The ${name} could not start`, mend));
  const answers = waitUntilReady({ ...part, stopped: () => over }).then(
    answered =>
      answered ||
      fail(
        `The ${name} did not answer on port ${port} within ${
          timeoutMs / 1000
        } s`,
        'Its log says how far it came.',
      ),
  );

  const ready = Promise.race([answers, ended, stuck]).then(
    () => {
      over = true;
      task.end('✓', `http://localhost:${port}`);
    },
    error => {
      over = true;
      task.end('✗');
      throw error;
    },
  );
  for (const promise of [answers, ended, stuck, ready]) {
    // The caller looks at these later, or at the one that matters only.
    promise.catch(() => {});
  }
  return { ready, ended };
}

function prefix({ name, colour }) {
  const text = name.padEnd(8);
  return process.stdout.isTTY ? `\u001b[${colour}m${text}\u001b[0m` : text;
}
