import { LRUCache } from 'lru-cache';

/** A value that time alone may make wrong at `validUntil`. */
export interface Perishable {
  /** ISO 8601. */
  validUntil?: string;
}

/**
 * Keeps what was computed under the fingerprint of everything it was made of.
 * A fingerprint that comes again means that nothing but time has passed.
 */
export class ViewCache<T extends Perishable> {
  readonly #entries: LRUCache<string, Promise<T>>;
  readonly #now: () => Date;
  readonly #onLookUp: (result: 'hit' | 'miss') => void;

  constructor(options: {
    entries: number;
    now: () => Date;
    onLookUp?: (result: 'hit' | 'miss') => void;
  }) {
    this.#entries = new LRUCache({ max: options.entries });
    this.#now = options.now;
    this.#onLookUp = options.onLookUp ?? (() => {});
  }

  /**
   * @param isCurrent - Asked of a kept value, where something that it was made
   * of is not in the fingerprint.
   */
  async get(
    fingerprint: string,
    compute: () => Promise<T>,
    isCurrent: (value: T) => Promise<boolean> = async () => true,
  ): Promise<T> {
    const kept = this.#entries.get(fingerprint);
    if (kept) {
      const value = await kept;
      if (!this.#isOver(value) && (await isCurrent(value))) {
        this.#onLookUp('hit');
        return value;
      }
      // Another may have found the same in the meantime.
      const newer = this.#entries.peek(fingerprint);
      if (newer && newer !== kept) {
        this.#onLookUp('hit');
        return newer;
      }
    }
    this.#onLookUp('miss');
    const computing = compute();
    this.#entries.set(fingerprint, computing);
    computing.catch(() => {
      if (this.#entries.peek(fingerprint) === computing) {
        this.#entries.delete(fingerprint);
      }
    });
    return computing;
  }

  #isOver({ validUntil }: T) {
    return (
      validUntil !== undefined &&
      Date.parse(validUntil) <= this.#now().getTime()
    );
  }
}
