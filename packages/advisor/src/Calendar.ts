const DAY = 24 * 60 * 60 * 1000;

/**
 * The moment an advice is given for. It remembers the next day whose end would
 * change what was said, so that no one can forget to say until when it holds.
 */
export class Calendar {
  readonly #now: number;
  #nextChange: number | undefined;

  constructor(now: Date) {
    this.#now = now.getTime();
    if (Number.isNaN(this.#now)) {
      throw new RangeError(
        'No advice can be given for an invalid date; pass the present moment as "now".',
      );
    }
  }

  /** Whether a day, given as `YYYY-MM-DD`, is over in UTC. */
  isOver(day: string): boolean {
    const end = Date.parse(`${day}T00:00:00Z`) + DAY;
    if (end <= this.#now) {
      return true;
    }
    this.#nextChange = Math.min(end, this.#nextChange ?? end);
    return false;
  }

  /** When an answer given so far would change; undefined when none would. */
  get nextChange(): Date | undefined {
    return this.#nextChange === undefined
      ? undefined
      : new Date(this.#nextChange);
  }
}
