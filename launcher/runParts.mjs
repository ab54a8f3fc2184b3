import { join } from 'node:path';
import { ChildGroup } from './children.mjs';
import { Failure } from './failure.mjs';
import { waitUntilReady } from './readiness.mjs';

const COLOURS = { sandbox: 33, backend: 36, app: 35 };

/**
 * Starts the parts of the portal and waits until each of them answers; those
 * marked `first` answer before the others start.
 *
 * @returns a promise per part that rejects when the part ends by itself
 * @throws {Failure} when a part ends or does not answer in time
 */
export async function startParts({
  parts,
  root,
  env,
  logs,
  verbose,
  progress,
}) {
  const ended = [];
  const start = async part => {
    const logFile = join(logs, `${part.name}.log`);
    const task = progress.begin(part.name);
    const child = new ChildGroup(part.command, {
      cwd: root,
      env,
      logFile,
      onLine: line => {
        if (verbose) {
          progress.print(`${prefix(part.name)} ${line}`);
        }
        task.detail(line);
      },
    });
    let stopped = false;
    const end = child.exited.then(({ code, signal }) => {
      stopped = true;
      throw new Failure(
        `The ${part.name} ended by itself (${signal ?? `exit code ${code}`})`,
        {
          remedy: 'The lines above say why; mend that and run npm start again.',
          tail: child.tail,
          logFile,
        },
      );
    });
    end.catch(() => {});
    ended.push(end);

    const ready = waitUntilReady({ ...part, stopped: () => stopped });
    if (await Promise.race([ready, end]).catch(failed(task))) {
      task.end('✓', `http://localhost:${part.port}`);
      return;
    }
    failed(task)(
      new Failure(
        `The ${part.name} did not answer on port ${part.port} within ${
          part.timeoutMs / 1000
        } s`,
        {
          remedy: 'Its log says how far it came.',
          tail: child.tail,
          logFile,
        },
      ),
    );
  };

  for (const part of parts.filter(({ first }) => first)) {
    await start(part);
  }
  await Promise.race([
    Promise.all(parts.filter(({ first }) => !first).map(start)),
    ...ended,
  ]);
  return ended;
}

function failed(task) {
  return error => {
    task.end('✗');
    throw error;
  };
}

function prefix(name) {
  const text = name.padEnd(8);
  return process.stdout.isTTY
    ? `\u001b[${COLOURS[name]}m${text}\u001b[0m`
    : text;
}
