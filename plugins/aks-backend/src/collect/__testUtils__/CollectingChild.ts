import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SCRIPT = join(__dirname, 'collectProcess.ts');

/** A process that collects a cluster into a database file. */
export class CollectingChild {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown[]>;
  readonly errors: string[] = [];
  #steps = 0;
  #awaited: { steps: number; resolve: () => void } | undefined;

  constructor(file: string, url: string) {
    this.#process = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        SCRIPT,
        file,
        url,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#ended = once(this.#process, 'exit');
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      if (stream) {
        createInterface(stream).on('line', line => this.#take(line));
      }
    }
    this.#process.on('exit', () => this.#awaited?.resolve());
  }

  /** How many steps it has told of: its start, and each committed change. */
  get steps(): number {
    return this.#steps;
  }

  /** Resolves once it has told of so many steps, or has ended. */
  async progress(steps: number): Promise<void> {
    if (this.#steps < steps && this.#process.exitCode === null) {
      await new Promise<void>(resolve => {
        this.#awaited = { steps, resolve };
      });
    }
  }

  /** Ends it, and returns its exit code and the signal that ended it. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<unknown[]> {
    this.#process.kill(signal);
    return this.#ended;
  }

  #take(line: string): void {
    if (!/^(started|records|freshness)$/.test(line)) {
      this.errors.push(line);
    }
    this.#steps += 1;
    if (this.#awaited && this.#steps >= this.#awaited.steps) {
      this.#awaited.resolve();
    }
  }
}
