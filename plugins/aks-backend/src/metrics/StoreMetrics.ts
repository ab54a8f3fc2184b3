import { Meter } from './Meter';

// In seconds. SQLite's statements take less than a millisecond as a rule.
const BRIEF = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5];
const LONG = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 10];

/** Figures of the database, `aks.store.*`. */
export class StoreMetrics {
  readonly #statements;
  readonly #writes;
  readonly #holds;
  readonly #batches;

  constructor(meter: Meter) {
    this.#statements = meter.createHistogram('aks.store.statement.duration', {
      description: 'One SQL statement; with SQLite, the process stands still',
      unit: 's',
      advice: { explicitBucketBoundaries: BRIEF },
    });
    this.#writes = meter.createHistogram('aks.store.write.duration', {
      description: 'One write, from when it is wanted until it is committed',
      unit: 's',
      advice: { explicitBucketBoundaries: LONG },
    });
    this.#holds = meter.createHistogram('aks.store.write.hold.duration', {
      description: 'That without waiting for others: its transaction itself',
      unit: 's',
      advice: { explicitBucketBoundaries: BRIEF },
    });
    this.#batches = meter.createHistogram('aks.store.batch.size', {
      description: 'Records that one write added, changed or deleted',
      unit: '{record}',
      advice: { explicitBucketBoundaries: [0, 1, 2, 5, 10, 25, 50] },
    });
  }

  /** A statement was run. */
  ran(operation: string, seconds: number): void {
    this.#statements.record(seconds, { operation });
  }

  /** A write is over. */
  wrote(outcome: 'ok' | 'failed', seconds: number): void {
    this.#writes.record(seconds, { outcome });
  }

  /** A transaction that writes is over. */
  held(seconds: number): void {
    this.#holds.record(seconds);
  }

  /** Records of a kind were written. */
  changed(kind: string, records: number): void {
    this.#batches.record(records, { kind });
  }
}
