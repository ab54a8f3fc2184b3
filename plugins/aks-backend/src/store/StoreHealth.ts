import { ClusterConflictError } from './ClusterConflictError';
import { secondsSince } from '../metrics/secondsSince';
import { silentMeter } from '../metrics/silentMeter';
import { StoreMetrics } from '../metrics/StoreMetrics';
import { LeaseLostError } from './LeaseLostError';

/** Since when writing to the database fails, and what it said last. */
export interface StoreTrouble {
  /** ISO 8601. */
  since: string;
  detail: string;
}

/**
 * Whether this process can write to its database. Kept in memory, as a database
 * that takes no writes cannot keep it.
 */
export class StoreHealth {
  readonly #clock: () => number;
  readonly #metrics: StoreMetrics;
  #trouble: StoreTrouble | undefined;

  constructor(options: { clock?: () => number; metrics?: StoreMetrics } = {}) {
    this.#clock = options.clock ?? Date.now;
    this.#metrics = options.metrics ?? new StoreMetrics(silentMeter);
  }

  get trouble(): StoreTrouble | undefined {
    return this.#trouble;
  }

  /** Runs a write, and notes whether the database took it. */
  async watch<Result>(write: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    try {
      const result = await write();
      this.#trouble = undefined;
      this.#metrics.wrote('ok', secondsSince(start));
      return result;
    } catch (error) {
      // The database worked well enough to say these.
      const works =
        error instanceof LeaseLostError ||
        error instanceof ClusterConflictError;
      this.#trouble = works ? undefined : this.#failed(error);
      this.#metrics.wrote('failed', secondsSince(start));
      throw error;
    }
  }

  #failed(error: unknown): StoreTrouble {
    return {
      since: this.#trouble?.since ?? new Date(this.#clock()).toISOString(),
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}
