import { pause } from './pause';

/** How much may be asked of one cluster. */
export interface RequestLimits {
  /** Requests a second, in the long run. */
  perSecond: number;
  /** How many may be sent at once after a quiet time. */
  burst: number;
}

/** What a budget knows of time, in milliseconds. */
export interface BudgetTime {
  /** Never goes back. */
  now(): number;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

const realTime: BudgetTime = {
  now: () => performance.now(),
  wait: pause,
};

/**
 * Limits the requests to one cluster, whoever sends them: a token bucket that
 * holds `burst` requests and fills at `perSecond`. Whoever asks first is served
 * first.
 */
export class RequestBudget {
  readonly #interval: number;
  readonly #tolerance: number;
  readonly #time: BudgetTime;
  /** When the bucket will be full again, if nobody else asks. */
  #full = 0;
  #restUntil = 0;
  #waiting = 0;

  constructor({ perSecond, burst }: RequestLimits, time = realTime) {
    this.#interval = 1000 / perSecond;
    this.#tolerance = (burst - 1) * this.#interval;
    this.#time = time;
  }

  /** How many requests wait to be sent. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Resolves when a request may be sent, or when the signal ends the wait. */
  async take(signal: AbortSignal): Promise<void> {
    this.#waiting += 1;
    try {
      while (this.#restUntil > this.#time.now() && !signal.aborted) {
        await this.#time.wait(this.#restUntil - this.#time.now(), signal);
      }
      if (signal.aborted) {
        return;
      }
      const now = this.#time.now();
      const from = Math.max(now, this.#full);
      this.#full = from + this.#interval;
      const wait = from - now - this.#tolerance;
      if (wait > 0) {
        await this.#time.wait(wait, signal);
      }
    } finally {
      this.#waiting -= 1;
    }
  }

  /**
   * Lets nothing pass for so many milliseconds, and nothing at once after that:
   * the cluster asked for it.
   */
  rest(milliseconds: number): void {
    this.#restUntil = Math.max(
      this.#restUntil,
      this.#time.now() + milliseconds,
    );
    this.#full = Math.max(this.#full, this.#restUntil + this.#tolerance);
  }
}
