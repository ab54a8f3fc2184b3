/**
 * The moment a view is computed for. It remembers the earliest moment at which
 * one of its answers would change, so no rule can forget to say until when its
 * judgement holds.
 *
 * @public
 */
export class Instant {
  readonly now: Date;
  #nextChange: number | undefined;

  constructor(now: Date) {
    this.now = now;
  }

  /** Whether a moment has come. */
  hasReached(moment: Date): boolean {
    const time = moment.getTime();
    if (time <= this.now.getTime()) {
      return true;
    }
    // An invalid date is never reached, and never changes an answer.
    if (!Number.isNaN(time)) {
      this.#nextChange = Math.min(time, this.#nextChange ?? time);
    }
    return false;
  }

  /** When an answer given so far would change; undefined when none would. */
  get nextChange(): Date | undefined {
    return this.#nextChange === undefined
      ? undefined
      : new Date(this.#nextChange);
  }
}
