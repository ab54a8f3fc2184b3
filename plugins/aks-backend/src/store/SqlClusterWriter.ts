import { Freshness, KindDescriptor } from '@backstage-aks/insight';
import { Knex } from 'knex';
import { StoreMetrics } from '../metrics/StoreMetrics';
import {
  Batch,
  ClusterIdentity,
  ClusterWriter,
  Listing,
  ReadFailure,
  StoredCluster,
  StoredSource,
} from './ClusterStore';
import { LeasedTransactions } from './LeasedTransactions';
import { LeaseLostError } from './LeaseLostError';
import { markSources } from './markSources';
import { prepareRecords } from './prepareRecords';
import { replaceCluster } from './replaceCluster';
import { ClusterRow, SourceRow, toStoredSource } from './rows';
import { scopesOf } from './scopes';
import { touchScopes } from './sequence';
import { SqlListing } from './SqlListing';
import { StoreChange } from './StoreChange';
import { SourceChange, SourceTotals, writeSource } from './writeSource';
import { deleteRecords, upsertRecords, Written } from './writeRecords';

/** What a writer needs beside its lease. */
export interface WriterContext {
  knex: Knex;
  clock: () => number;
  leaseMilliseconds: number;
  /**
   * Changes when the same objects would be projected otherwise, beside the
   * projection version of their kind.
   */
  projectionSettings: string;
  metrics: StoreMetrics;
  emit: (change: StoreChange) => void;
}

/** Writes about one cluster to SQL, for as long as it holds the lease. */
export class SqlClusterWriter implements ClusterWriter {
  readonly #context: WriterContext;
  readonly #transactions: LeasedTransactions;
  #cluster: StoredCluster;

  constructor(
    context: WriterContext,
    transactions: LeasedTransactions,
    cluster: StoredCluster,
  ) {
    this.#context = context;
    this.#transactions = transactions;
    this.#cluster = cluster;
  }

  get cluster(): StoredCluster {
    return this.#cluster;
  }

  async identify(identity: ClusterIdentity): Promise<void> {
    const before = this.#cluster;
    const after: StoredCluster = {
      ...before,
      id: identity.uid,
      kubernetesVersion: identity.kubernetesVersion ?? before.kubernetesVersion,
    };
    if (after.id !== before.id) {
      this.#cluster = await this.#transactions.run(trx =>
        replaceCluster(
          trx,
          this.#transactions.lease,
          after,
          this.#context.clock(),
        ),
      );
      this.#transactions.lease.clusterId = this.#cluster.id;
      this.#changedFreshness(before.id);
    } else if (after.kubernetesVersion !== before.kubernetesVersion) {
      await this.#transactions.run(trx =>
        trx<ClusterRow>('aks_clusters')
          .where({ id: after.id })
          .update({ kubernetes_version: after.kubernetesVersion ?? null }),
      );
      this.#cluster = after;
    } else {
      return;
    }
    this.#changedFreshness(this.#cluster.id);
  }

  async retainKinds(kinds: readonly string[]): Promise<void> {
    const where = { cluster_id: this.#cluster.id };
    const forgotten = await this.#context
      .knex<SourceRow>('aks_sources')
      .where(where)
      .whereNotIn('kind', [...kinds]);
    for (const { kind } of forgotten) {
      // What an empty listing has not seen is everything.
      await this.#listing(kind, '').complete('');
      await this.#transactions.run(async trx => {
        await trx<SourceRow>('aks_sources')
          .where({ ...where, kind })
          .delete();
        await markSources(trx, this.#cluster.id);
      });
    }
  }

  async source(kind: KindDescriptor): Promise<StoredSource | undefined> {
    const row = await this.#context
      .knex<SourceRow>('aks_sources')
      .where({ cluster_id: this.#cluster.id, kind: kind.kind })
      .first();
    if (!row) {
      return undefined;
    }
    const source = toStoredSource(row, Infinity, this.#context.clock());
    return row.projection === this.#projection(kind)
      ? source
      : { ...source, resourceVersion: undefined };
  }

  async beginListing(kind: KindDescriptor): Promise<Listing> {
    return this.#listing(kind.kind, this.#projection(kind));
  }

  async apply(kind: KindDescriptor, batch: Batch): Promise<void> {
    const prepared = prepareRecords(batch.upserts);
    await this.#write(
      kind.kind,
      async trx => {
        const { id } = this.#cluster;
        const upserted = await upsertRecords(trx, id, kind.kind, prepared);
        const deleted = await deleteRecords(
          trx,
          id,
          kind.kind,
          batch.deletions,
        );
        return {
          ...upserted,
          deleted: deleted.deleted,
          touched: [...upserted.touched, ...deleted.touched],
          reached: [...upserted.reached, ...deleted.reached],
        };
      },
      { malformed: batch.malformed, resourceVersion: batch.resourceVersion },
    );
  }

  async setKindFreshness(
    kind: KindDescriptor,
    freshness: Freshness,
    failure?: ReadFailure,
  ): Promise<void> {
    const now = this.#context.clock();
    await this.#transactions.run(trx =>
      writeSource(trx, this.#cluster.id, kind.kind, {
        freshness,
        ...(freshness.state === 'live' && { confirmedAt: now }),
        ...(failure && this.#failed(failure)),
      }),
    );
    this.#changedFreshness(this.#cluster.id);
  }

  async noteKindFailure(
    kind: KindDescriptor,
    failure: ReadFailure,
  ): Promise<void> {
    await this.#transactions.run(trx =>
      writeSource(trx, this.#cluster.id, kind.kind, this.#failed(failure)),
    );
  }

  async setClusterFreshness(freshness: Freshness): Promise<void> {
    const now = this.#context.clock();
    await this.#transactions.run(trx =>
      trx<ClusterRow>('aks_clusters')
        .where({ id: this.#cluster.id })
        .update({
          freshness: JSON.stringify(freshness),
          ...(freshness.state === 'live' && { confirmed_at: now }),
        }),
    );
    this.#cluster = { ...this.#cluster, freshness };
    this.#changedFreshness(this.#cluster.id);
  }

  async noteNextTry(at: string): Promise<void> {
    await this.#transactions.run(trx =>
      trx<ClusterRow>('aks_clusters')
        .where({ id: this.#cluster.id })
        .update({ next_try_at: Date.parse(at) }),
    );
  }

  async renew(confirmed: {
    answering: boolean;
    kinds: readonly string[];
  }): Promise<void> {
    const now = this.#context.clock();
    await this.#transactions.run(async trx => {
      await trx<ClusterRow>('aks_clusters')
        .where({ id: this.#cluster.id })
        .update({
          lease_until: now + this.#context.leaseMilliseconds,
          ...(confirmed.answering && { confirmed_at: now }),
        });
      if (confirmed.kinds.length > 0) {
        await trx<SourceRow>('aks_sources')
          .where({ cluster_id: this.#cluster.id })
          .whereIn('kind', confirmed.kinds)
          .update({ confirmed_at: now });
      }
    });
  }

  async release(): Promise<void> {
    try {
      await this.#transactions.run(trx =>
        trx<ClusterRow>('aks_clusters')
          .where({ id: this.#cluster.id })
          .update({ lease_until: 0, lease_holder: null }),
      );
    } catch (error) {
      // Who has lost the lease has nothing left to give back.
      if (!(error instanceof LeaseLostError)) {
        throw error;
      }
    }
  }

  #listing(kind: string, projection: string): Listing {
    return new SqlListing({
      clusterId: this.#cluster.id,
      kind,
      write: (work, totals) => this.#write(kind, work, totals),
      projection,
    });
  }

  async #write(
    kind: string,
    work: (trx: Knex.Transaction) => Promise<Written>,
    totals: SourceTotals,
  ): Promise<Written> {
    const clusterId = this.#cluster.id;
    const { written, scopes, sequence } = await this.#transactions.run(
      async trx => {
        const result = await work(trx);
        await writeSource(trx, clusterId, kind, {
          ...totals,
          addedRecords: result.inserted - result.deleted,
        });
        const touched = [
          ...new Set([...scopesOf(result.touched), ...result.reached]),
        ];
        return {
          written: result,
          scopes: touched,
          sequence:
            touched.length > 0
              ? await touchScopes(trx, clusterId, touched)
              : undefined,
        };
      },
    );
    this.#context.metrics.changed(kind, written.touched.length);
    if (sequence !== undefined) {
      this.#context.emit({ type: 'records', clusterId, scopes, sequence });
    }
    return written;
  }

  #projection(kind: KindDescriptor): string {
    return `${kind.projectionVersion}:${this.#context.projectionSettings}`;
  }

  #failed({ message, nextTryAt }: ReadFailure): SourceChange {
    const at = new Date(this.#context.clock()).toISOString();
    return {
      lastError: { at, message },
      ...(nextTryAt && { nextTryAt: Date.parse(nextTryAt) }),
    };
  }

  #changedFreshness(clusterId: string) {
    this.#context.emit({ type: 'freshness', clusterId });
  }
}
