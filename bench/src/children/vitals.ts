import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How a process fares. */
export interface Vitals {
  /** Megabytes of resident memory, at most since the last reset. */
  peakMemory: number;
  /** Milliseconds for which the event loop was held up, at most. */
  longestBlock: number;
  /** Milliseconds that 99 of 100 turns of the event loop stay below. */
  blockP99: number;
  /** Milliseconds of processor time since the last reset, of all threads. */
  processorTime: number;
}

const RESOLUTION_MILLISECONDS = 1;
const MEGABYTE = 1024 * 1024;

/** Watches the own process. */
export class VitalSigns {
  readonly #delays = monitorEventLoopDelay({
    resolution: RESOLUTION_MILLISECONDS,
  });
  #peak = 0;
  #processor = process.cpuUsage();

  constructor() {
    this.#delays.enable();
    setInterval(() => this.#look(), 20).unref();
  }

  reset(): void {
    this.#peak = 0;
    this.#processor = process.cpuUsage();
    this.#delays.reset();
  }

  read(): Vitals {
    this.#look();
    const { user, system } = process.cpuUsage(this.#processor);
    return {
      processorTime: (user + system) / 1e3,
      peakMemory: this.#peak / MEGABYTE,
      longestBlock: this.#delays.max / 1e6 - RESOLUTION_MILLISECONDS,
      blockP99: this.#delays.percentile(99) / 1e6 - RESOLUTION_MILLISECONDS,
    };
  }

  #look(): void {
    this.#peak = Math.max(this.#peak, process.memoryUsage.rss());
  }
}
