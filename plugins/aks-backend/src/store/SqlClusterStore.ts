import { Knex } from 'knex';
import {
  ClusterDeclaration,
  ClusterStore,
  ClusterWriter,
} from './ClusterStore';
import { expireEvents } from './expireEvents';
import { interruptedText, interruptSources } from './interrupt';
import { silentMeter } from '../metrics/silentMeter';
import { StoreMetrics } from '../metrics/StoreMetrics';
import { LeasedTransactions } from './LeasedTransactions';
import { newMark } from './markSources';
import { NO_RETENTION, Retention } from './Retention';
import { purgeCluster } from './purgeCluster';
import { forgetPosition } from './replaceCluster';
import { ClusterRow, SourceRow, toStoredCluster } from './rows';
import { lockFleet } from './sequence';
import { placeholderId, slugOf } from './slug';
import { SqlClusterWriter } from './SqlClusterWriter';
import { StoreChange } from './StoreChange';
import { StoreHealth } from './StoreHealth';
import { transact } from './transact';

/** Settings of a {@link SqlClusterStore}. */
export interface SqlClusterStoreOptions {
  knex: Knex;
  /** Names this process among the replicas. */
  holder: string;
  /**
   * Whether a lease of another holder is taken over at once, the first time: no
   * other process should use the same database, so that its holder must have
   * died. (Who loses a lease nevertheless does not take it back by force.)
   */
  alone: boolean;
  /** Default: nothing is kept for longer than it is needed. */
  retention?: Retention;
  metrics?: StoreMetrics;
  /** Is told whether the database takes writes. */
  health?: StoreHealth;
  /** See {@link WriterContext.projectionSettings}. */
  projectionSettings?: string;
  clock?: () => number;
  leaseMilliseconds?: number;
}

/** The write side of the store, over SQL. */
export class SqlClusterStore implements ClusterStore {
  readonly #options: Required<SqlClusterStoreOptions>;
  readonly #opened = new Set<string>();
  readonly #listeners = new Set<(change: StoreChange) => void>();

  constructor(options: SqlClusterStoreOptions) {
    this.#options = {
      ...options,
      retention: options.retention ?? NO_RETENTION,
      metrics: options.metrics ?? new StoreMetrics(silentMeter),
      health: options.health ?? new StoreHealth(),
      projectionSettings: options.projectionSettings ?? '',
      clock: options.clock ?? Date.now,
      leaseMilliseconds: options.leaseMilliseconds ?? 20_000,
    };
  }

  async openCluster(
    declaration: ClusterDeclaration,
  ): Promise<ClusterWriter | undefined> {
    const { knex, health, metrics, clock } = this.#options;
    const now = clock();
    const row = await health.watch(() =>
      transact(knex, trx => this.#takeLease(trx, declaration, now)),
    );
    if (!row) {
      return undefined;
    }
    this.#opened.add(row.origin);
    this.#emit({ type: 'freshness', clusterId: row.id });
    return new SqlClusterWriter(
      { ...this.#options, emit: change => this.#emit(change) },
      new LeasedTransactions({
        knex,
        health,
        metrics,
        lease: {
          clusterName: row.name,
          clusterId: row.id,
          epoch: Number(row.lease_epoch),
        },
      }),
      toStoredCluster(row, now),
    );
  }

  async #takeLease(
    trx: Knex.Transaction,
    declaration: ClusterDeclaration,
    now: number,
  ): Promise<ClusterRow | undefined> {
    const { holder, alone, leaseMilliseconds } = this.#options;
    const known = await declaredRow(trx, declaration);
    const taken =
      Number(known.lease_until) >= now && known.lease_holder !== holder;
    if (taken && !(alone && !this.#opened.has(known.origin))) {
      return undefined;
    }
    const opened: ClusterRow = {
      ...known,
      name: declaration.name,
      environment: declaration.environment,
      freshness: interruptedText(known),
      lease_holder: holder,
      lease_epoch: Number(known.lease_epoch) + 1,
      lease_until: now + leaseMilliseconds,
      sources_mark: newMark(),
      next_try_at: null,
      forgotten_at: null,
    };
    await trx<ClusterRow>('aks_clusters')
      .where({ id: known.id })
      .update(opened);
    await interruptSources(trx, known.id);
    return opened;
  }

  async retainClusters(origins: readonly string[]): Promise<void> {
    const { knex, clock } = this.#options;
    const forgotten = await transact(knex, async trx => {
      await lockFleet(trx);
      return trx<ClusterRow>('aks_clusters')
        .whereNotIn('origin', [...origins])
        .whereNull('forgotten_at')
        .update({ forgotten_at: clock() })
        .returning('id');
    });
    forgotten.forEach(({ id }) =>
      this.#emit({ type: 'freshness', clusterId: id }),
    );
  }

  async purgeForgotten(signal?: AbortSignal): Promise<void> {
    const { knex } = this.#options;
    await transact(knex, trx => this.#dropForgotten(trx));
    const rows = await knex<SourceRow>('aks_sources')
      .distinct('cluster_id')
      .whereNotIn('cluster_id', knex('aks_clusters').select('id'));
    for (const row of rows) {
      await purgeCluster(knex, row.cluster_id, signal);
    }
  }

  async applyRetention(signal?: AbortSignal): Promise<void> {
    const { knex, clock, retention } = this.#options;
    await this.purgeForgotten(signal);
    await expireEvents({
      knex,
      before: clock() - retention.events,
      emit: change => this.#emit(change),
      signal,
    });
  }

  /** Gives up clusters that are not declared for long and that nobody collects. */
  async #dropForgotten(trx: Knex.Transaction): Promise<void> {
    const { clock, retention } = this.#options;
    const now = clock();
    await lockFleet(trx);
    const rows = await trx<ClusterRow>('aks_clusters')
      .select('id')
      .where('forgotten_at', '<=', now - retention.clusters)
      .where('lease_until', '<', now);
    for (const { id } of rows) {
      await trx<ClusterRow>('aks_clusters').where({ id }).delete();
      await forgetPosition(trx, id);
    }
  }

  onChange(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #emit(change: StoreChange) {
    this.#listeners.forEach(listener => listener(change));
  }
}

async function declaredRow(
  trx: Knex.Transaction,
  { origin, name, environment }: ClusterDeclaration,
): Promise<ClusterRow> {
  const placeholder = placeholderId(origin);
  await trx<ClusterRow>('aks_clusters')
    .insert({
      id: placeholder,
      slug: slugOf(placeholder),
      origin,
      name,
      environment,
      freshness: JSON.stringify({ state: 'pending' }),
    })
    .onConflict('origin')
    .ignore();
  const row = await trx<ClusterRow>('aks_clusters')
    .where({ origin })
    .forUpdate()
    .first();
  if (!row) {
    throw new Error(
      `The row of cluster "${name}" vanished while it was opened`,
    );
  }
  return row;
}
