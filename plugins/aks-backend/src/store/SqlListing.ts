import { Knex } from 'knex';
import { ListedObjects, Listing } from './ClusterStore';
import { prepareRecords } from './prepareRecords';
import { routedNamespaces } from './routedNamespaces';
import { RecordRow } from './rows';
import { deleteRows, upsertRecords, Written } from './writeRecords';
import { SourceTotals } from './writeSource';

// As many as a write transaction handles without holding up the event loop.
const DELETIONS_PER_TRANSACTION = 50;
const IDS_PER_READ = 1000;

/** How a listing reaches the store. */
export interface ListingContext {
  clusterId: string;
  kind: string;
  projection: string;
  write(
    work: (trx: Knex.Transaction) => Promise<Written>,
    totals: SourceTotals,
  ): Promise<Written>;
}

/**
 * A listing that remembers in memory which rows it has seen: an unchanged
 * record then costs no write, and an abandoned listing leaves nothing behind.
 */
export class SqlListing implements Listing {
  readonly #context: ListingContext;
  readonly #seen = new Set<number>();
  #malformed = 0;

  constructor(context: ListingContext) {
    this.#context = context;
  }

  async add({ upserts, malformed = 0 }: ListedObjects): Promise<void> {
    const { clusterId, kind } = this.#context;
    const prepared = 'refs' in upserts ? upserts : prepareRecords(upserts);
    this.#malformed += malformed;
    const { seen } = await this.#context.write(
      trx => upsertRecords(trx, clusterId, kind, prepared),
      {},
    );
    seen.forEach(id => this.#seen.add(id));
  }

  async complete(resourceVersion: string): Promise<void> {
    let after: number | undefined = 0;
    while (after !== undefined) {
      after = await this.#deleteUnseen(after);
    }
    const { projection } = this.#context;
    await this.#context.write(
      async () => ({
        seen: [],
        inserted: 0,
        deleted: 0,
        touched: [],
        reached: [],
      }),
      { resourceVersion, listed: { projection, malformed: this.#malformed } },
    );
  }

  /** Deletes some unseen rows; returns the id after which to go on, if any. */
  async #deleteUnseen(after: number): Promise<number | undefined> {
    const { clusterId, kind, write } = this.#context;
    let next: number | undefined;
    await write(async trx => {
      const rows = await trx<RecordRow>('aks_records')
        .select('id', 'namespace', 'name')
        .where({ cluster_id: clusterId, kind })
        .where('id', '>', after)
        .orderBy('id')
        .limit(IDS_PER_READ);
      const unseen = rows
        .filter(row => !this.#seen.has(row.id))
        .slice(0, DELETIONS_PER_TRANSACTION);
      const ids = unseen.map(row => row.id);
      const reached = await routedNamespaces(trx, kind, ids);
      await deleteRows(trx, ids);
      next =
        unseen.length === DELETIONS_PER_TRANSACTION
          ? unseen[unseen.length - 1].id
          : rows[IDS_PER_READ - 1]?.id;
      return {
        seen: [],
        inserted: 0,
        deleted: unseen.length,
        touched: unseen.map(({ namespace, name }) => ({
          kind,
          namespace,
          name,
        })),
        reached,
      };
    }, {});
    return next;
  }
}
