import { Knex } from 'knex';
import { LeaseLostError } from './LeaseLostError';
import { ClusterRow } from './rows';
import { forUpdate, query } from './sql';
import { secondsSince } from '../metrics/secondsSince';
import { StoreMetrics } from '../metrics/StoreMetrics';
import { StoreHealth } from './StoreHealth';
import { transact } from './transact';

/** The right to write about one cluster, until another holder takes it. */
export interface Lease {
  readonly clusterName: string;
  clusterId: string;
  epoch: number;
}

/**
 * Runs write transactions of a lease holder. Each begins by checking the
 * lease's epoch and keeps it from being taken until it ends.
 */
export class LeasedTransactions {
  readonly #knex: Knex;
  readonly #health: StoreHealth;
  readonly #metrics: StoreMetrics;
  readonly lease: Lease;

  constructor(options: {
    knex: Knex;
    health: StoreHealth;
    metrics: StoreMetrics;
    lease: Lease;
  }) {
    this.#knex = options.knex;
    this.#health = options.health;
    this.#metrics = options.metrics;
    this.lease = options.lease;
  }

  async run<Result>(
    work: (trx: Knex.Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.#health.watch(async () => {
      let start = performance.now();
      const result = await transact(this.#knex, trx => {
        start = performance.now();
        return this.#checked(trx, work);
      });
      this.#metrics.held(secondsSince(start));
      return result;
    });
  }

  async #checked<Result>(
    trx: Knex.Transaction,
    work: (trx: Knex.Transaction) => Promise<Result>,
  ): Promise<Result> {
    const [row] = await query<Pick<ClusterRow, 'lease_epoch'>>(
      trx,
      `SELECT lease_epoch FROM aks_clusters WHERE id = ? ${forUpdate(trx)}`,
      [this.lease.clusterId],
    );
    if (Number(row?.lease_epoch) !== this.lease.epoch) {
      throw new LeaseLostError(this.lease.clusterName);
    }
    return work(trx);
  }
}
