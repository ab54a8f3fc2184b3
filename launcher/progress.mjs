import { formatDuration } from './durations.mjs';

const REDRAW_MS = 500;
// Without a terminal every beat is a line of its own, so it beats slowly.
const HEARTBEAT_MS = 30_000;
const DETAIL_LENGTH = 100;

/**
 * Shows what runs now: on a terminal one line that redraws itself, elsewhere
 * (CI, a pipe) a line when something starts, ends, or takes long.
 */
export class Progress {
  #out;
  #active = new Set();
  #timer;

  constructor(out = process.stdout) {
    this.#out = out;
  }

  /** Prints a line above the status line. */
  print(line = '') {
    this.#clear();
    this.#out.write(`${line}\n`);
    this.#draw();
  }

  /** Begins a task; the caller reports its latest output line and its end. */
  begin(label) {
    const task = { label, since: Date.now(), detail: '' };
    this.#active.add(task);
    if (!this.#out.isTTY) {
      this.#out.write(`  … ${label}\n`);
    }
    this.#timer ??= setInterval(
      () => this.#beat(),
      this.#out.isTTY ? REDRAW_MS : HEARTBEAT_MS,
    );
    this.#draw();
    return {
      detail: text => {
        task.detail = text.trim().slice(0, DETAIL_LENGTH);
      },
      end: (mark, text) => {
        if (!this.#active.delete(task)) {
          // Stopped meanwhile: the last word has been said.
          return;
        }
        const elapsed = formatDuration(Date.now() - task.since);
        this.print(
          `  ${mark} ${[label, elapsed, text].filter(Boolean).join('  ')}`,
        );
        if (this.#active.size === 0) {
          this.stop();
        }
      },
    };
  }

  /** Forgets what runs, so that nothing is drawn after the last word. */
  stop() {
    this.#clear();
    this.#active.clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #beat() {
    if (this.#out.isTTY) {
      this.#clear();
      this.#draw();
    } else {
      for (const task of this.#active) {
        this.#out.write(`  … ${this.#status(task)}\n`);
      }
    }
  }

  #status({ label, since, detail }) {
    const elapsed = formatDuration(Date.now() - since);
    return [label, elapsed, detail].filter(Boolean).join('  ');
  }

  #draw() {
    if (this.#out.isTTY && this.#active.size > 0) {
      const text = [...this.#active].map(t => this.#status(t)).join('  |  ');
      const width = (this.#out.columns ?? 80) - 5;
      this.#out.write(`  … ${text.slice(0, width)}`);
    }
  }

  #clear() {
    if (this.#out.isTTY) {
      this.#out.write('\r\u001b[K');
    }
  }
}
