import { ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';

/** A question to a child, and what it answers. */
export interface Question {
  ask: string;
  [detail: string]: unknown;
}

/** One of this folder's scripts as a process of its own. */
export class Child {
  readonly #process: ChildProcess;
  readonly #name: string;
  readonly #lastLines: string[] = [];

  /**
   * @param options - `detached` where it has to take something away at the end:
   * it is not ended with this process, but ends by itself after it.
   */
  constructor(
    name: string,
    setting: unknown,
    { detached = false }: { detached?: boolean } = {},
  ) {
    this.#name = name;
    // Benchmarks run from their source only.
    // eslint-disable-next-line no-restricted-syntax
    this.#process = fork(join(__dirname, `${name}.ts`), [], {
      execArgv: [
        '--no-node-snapshot',
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      ],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached,
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', text => {
        this.#lastLines.push(String(text));
        this.#lastLines.splice(0, this.#lastLines.length - 20);
      });
    }
    this.#process.send({ ask: 'start', setting });
  }

  /** What the child says once it has started. */
  started<Answer>(): Promise<Answer> {
    return this.#answer<Answer>();
  }

  async ask<Answer>(question: Question): Promise<Answer> {
    const answer = this.#answer<Answer>();
    this.#process.send(question);
    return answer;
  }

  async end(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await exit;
    }
  }

  async #answer<Answer>(): Promise<Answer> {
    const leave = new AbortController();
    try {
      return await Promise.race([
        this.#message<Answer>(leave.signal),
        this.#unexpectedExit(leave.signal),
      ]);
    } finally {
      leave.abort();
    }
  }

  async #message<Answer>(signal: AbortSignal): Promise<Answer> {
    for await (const [message] of on(this.#process, 'message', { signal })) {
      // The Backstage CLI's own messages take the same way.
      if (message?.answer !== undefined) {
        return message.answer;
      }
    }
    throw new Error(`The ${this.#name} process says no more`);
  }

  async #unexpectedExit(signal: AbortSignal): Promise<never> {
    await once(this.#process, 'exit', { signal });
    const tail = this.#lastLines.join('');
    throw new Error(`The ${this.#name} process ended: ${tail}`);
  }
}
