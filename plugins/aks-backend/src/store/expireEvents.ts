import { EventRecord } from '@backstage-aks/insight';
import { Knex } from 'knex';
import { ClusterRow, RecordRow } from './rows';
import { touchScopes } from './sequence';
import { StoreChange } from './StoreChange';
import { transact } from './transact';
import { deleteRows } from './writeRecords';
import { writeSource } from './writeSource';

// As many as a transaction handles without holding up the event loop.
const EVENTS_PER_TRANSACTION = 50;

interface Expiry {
  knex: Knex;
  /** Milliseconds since 1970. */
  before: number;
  emit: (change: StoreChange) => void;
  signal?: AbortSignal;
}

/**
 * Deletes Events that last happened before a moment. A cluster deletes them by
 * itself; what is stored of one that cannot be read would stay forever.
 */
export async function expireEvents(expiry: Expiry): Promise<void> {
  const clusters = await expiry.knex<ClusterRow>('aks_clusters').select('id');
  for (const { id } of clusters) {
    let after: Place | undefined = { namespace: '', name: '' };
    while (after && !expiry.signal?.aborted) {
      after = await expireSome(expiry, id, after);
    }
  }
}

type Place = Pick<RecordRow, 'namespace' | 'name'>;

/** Returns after which Event to go on, if there are more. */
async function expireSome(
  { knex, before, emit }: Expiry,
  clusterId: string,
  after: Place,
): Promise<Place | undefined> {
  const { events, namespaces, sequence } = await transact(knex, async trx => {
    // Waits for a write about the cluster, and keeps the next one waiting.
    await trx<ClusterRow>('aks_clusters')
      .where({ id: clusterId })
      .forUpdate()
      .first('id');
    const found = await trx<RecordRow>('aks_records')
      .where({ cluster_id: clusterId, kind: 'Event' })
      .whereRaw('(namespace, name) > (?, ?)', [after.namespace, after.name])
      .orderBy(['namespace', 'name'])
      .limit(EVENTS_PER_TRANSACTION);
    const expired = found.filter(row => isExpired(row, before));
    const touched = [...new Set(expired.map(({ namespace }) => namespace))];
    if (expired.length === 0) {
      return { events: found, namespaces: touched };
    }
    await deleteRows(
      trx,
      expired.map(({ id }) => id),
    );
    await writeSource(trx, clusterId, 'Event', {
      addedRecords: -expired.length,
    });
    return {
      events: found,
      namespaces: touched,
      sequence: await touchScopes(trx, clusterId, touched),
    };
  });
  if (sequence !== undefined) {
    emit({ type: 'records', clusterId, scopes: namespaces, sequence });
  }
  return events[EVENTS_PER_TRANSACTION - 1];
}

/** One without a time may be new, and stays. */
function isExpired({ record }: RecordRow, before: number): boolean {
  const { lastAt = '' }: Partial<EventRecord> = JSON.parse(record);
  return Date.parse(lastAt) < before;
}
