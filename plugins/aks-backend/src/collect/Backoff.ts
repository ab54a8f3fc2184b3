/**
 * Growing waits between retries, with full jitter so that many clients of a
 * server that comes back do not all return at once.
 */
export class Backoff {
  readonly #first: number;
  readonly #longest: number;
  readonly #random: () => number;
  #failures = 0;

  constructor(options: {
    /** Milliseconds. */
    first: number;
    longest: number;
    random?: () => number;
  }) {
    this.#first = options.first;
    this.#longest = options.longest;
    this.#random = options.random ?? Math.random;
  }

  /**
   * Milliseconds to wait after one more failure; never less than the server
   * asks for.
   */
  next(retryAfter = 0): number {
    const ceiling = Math.min(this.#longest, this.#first * 2 ** this.#failures);
    this.#failures += 1;
    return retryAfter + this.#random() * ceiling;
  }

  reset() {
    this.#failures = 0;
  }
}
