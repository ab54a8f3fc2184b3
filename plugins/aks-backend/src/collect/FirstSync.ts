/**
 * Times how long a cluster that was unknown takes to be known: until each of
 * its kinds was listed, or its reading refused.
 */
export class FirstSync {
  readonly #open: Set<string>;
  readonly #begun = performance.now();
  readonly #onEnd: (seconds: number) => void;

  constructor(
    kinds: readonly string[],
    /** Called once. */
    onEnd: (seconds: number) => void,
  ) {
    this.#open = new Set(kinds);
    this.#onEnd = onEnd;
  }

  /** Something was known already, so it is not the first. */
  cancel(): void {
    this.#open.clear();
  }

  /** Notes that a kind has an answer. */
  answered(kind: string): void {
    if (this.#open.delete(kind) && this.#open.size === 0) {
      this.#onEnd((performance.now() - this.#begun) / 1000);
    }
  }
}
