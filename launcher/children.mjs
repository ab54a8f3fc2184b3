import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLines, stripCodes } from './lines.mjs';

const TAIL_LINES = 40;
const GRACE_MS = 6_000;
const WINDOWS = process.platform === 'win32';

const running = new Set();

/**
 * A command with everything it starts. On POSIX it leads a process group of
 * its own, so that ending it also ends the grandchildren that yarn and the
 * Backstage CLI leave between us and the real work.
 */
export class ChildGroup {
  #process;
  #tail = [];

  /**
   * @param {string[]} command the program and its arguments
   * @param {{ cwd?: string, env?: object, logFile?: string, append?: boolean,
   *   onLine?: (line: string) => void, uid?: number, gid?: number }} [options]
   *   `append` keeps what the log file holds; `uid` and `gid` say as whom it
   *   runs, if not as we do
   */
  constructor(command, { cwd, env, logFile, append, onLine, uid, gid } = {}) {
    const log = logFile && openLog(logFile, append);
    this.#process = spawn(command[0], command.slice(1), {
      cwd,
      env,
      uid,
      gid,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !WINDOWS,
    });
    running.add(this);
    const take = line => {
      const text = stripCodes(line);
      log?.write(`${text}\n`);
      this.#tail.push(text);
      if (this.#tail.length > TAIL_LINES) {
        this.#tail.shift();
      }
      onLine?.(text);
    };
    readLines(this.#process.stdout, take);
    readLines(this.#process.stderr, take);
    /** Settles when the command has ended, with its code or signal. */
    this.exited = this.#exit().then(result => {
      if (result.error) {
        take(`${command[0]}: ${result.error.message}`);
      }
      log?.end();
      return result;
    });
  }

  get pid() {
    return this.#process.pid;
  }

  /** The last lines of output, oldest first. */
  get tail() {
    return [...this.#tail];
  }

  /** Asks the group to end, and after the grace period makes it end. */
  async end(graceMs = GRACE_MS) {
    this.#signal('SIGTERM');
    const deadline = Date.now() + graceMs;
    while (this.#alive() && Date.now() < deadline) {
      await sleep(50);
    }
    this.kill();
    await this.exited;
  }

  /** Ends the group at once. */
  kill() {
    this.#signal('SIGKILL');
    running.delete(this);
  }

  async #exit() {
    const child = this.#process;
    const closed = new Promise(resolve => child.once('close', resolve));
    const result = await new Promise(resolve => {
      child.once('error', error => resolve({ code: null, error }));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    // The last output can arrive after the exit; a surviving grandchild could
    // hold the pipe open for ever, so this does not wait for long.
    const patience = new AbortController();
    await Promise.race([
      closed.then(() => patience.abort()),
      sleep(500, undefined, { signal: patience.signal }).catch(() => {}),
    ]);
    if (!this.#alive()) {
      running.delete(this);
    }
    return result;
  }

  #alive() {
    if (this.pid === undefined) {
      return false;
    }
    if (WINDOWS) {
      return this.#process.exitCode === null && !this.#process.signalCode;
    }
    try {
      process.kill(-this.pid, 0);
      return true;
    } catch {
      return false;
    }
  }

  #signal(signal) {
    if (!this.#alive()) {
      return;
    }
    if (WINDOWS) {
      spawnSync('taskkill', ['/pid', String(this.pid), '/T', '/F']);
      return;
    }
    try {
      process.kill(-this.pid, signal);
    } catch {
      // It ended between the question and the signal.
    }
  }
}

/** Ends every group that still runs, side by side. */
export async function endAll(graceMs) {
  await Promise.all([...running].map(child => child.end(graceMs)));
}

/** Ends every group at once, for when a person loses patience. */
export function killAll() {
  for (const child of running) {
    child.kill();
  }
}

function openLog(logFile, append) {
  mkdirSync(dirname(logFile), { recursive: true });
  return createWriteStream(logFile, { flags: append ? 'a' : 'w' });
}
