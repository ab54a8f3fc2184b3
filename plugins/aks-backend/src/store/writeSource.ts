import { Freshness } from '@backstage-aks/insight';
import { Knex } from 'knex';
import { SourceRow } from './rows';

/** What a batch or listing says of its source, beside the records. */
export interface SourceTotals {
  resourceVersion?: string;
  /** Malformed objects beside those already counted. */
  malformed?: number;
  /** A complete listing, which counts the malformed objects afresh. */
  listed?: { projection: string; malformed: number };
}

/** Changes of a source's row; what is left out stays. */
export interface SourceChange extends SourceTotals {
  freshness?: Freshness;
  confirmedAt?: number;
  addedRecords?: number;
  lastError?: { at: string; message: string };
}

const PENDING: Freshness = { state: 'pending' };

/** Writes a source's row, and makes it first where there is none. */
export async function writeSource(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  change: SourceChange,
): Promise<void> {
  const columns = columnsOf(trx, change);
  if (Object.keys(columns).length === 0) {
    return;
  }
  const update = () =>
    trx<SourceRow>('aks_sources')
      .where({ cluster_id: clusterId, kind })
      .update(columns);
  if ((await update()) === 0) {
    await trx<SourceRow>('aks_sources').insert({
      cluster_id: clusterId,
      kind,
      freshness: JSON.stringify(PENDING),
    });
    await update();
  }
}

function columnsOf(trx: Knex.Transaction, change: SourceChange) {
  const { freshness, confirmedAt, resourceVersion, lastError, listed } = change;
  return {
    ...(resourceVersion !== undefined && {
      resource_version: resourceVersion,
    }),
    ...(freshness && { freshness: JSON.stringify(freshness) }),
    ...(confirmedAt !== undefined && { confirmed_at: confirmedAt }),
    ...(lastError && { last_error: JSON.stringify(lastError) }),
    ...(change.addedRecords && {
      records: trx.raw('records + ?', [change.addedRecords]),
    }),
    ...(change.malformed && {
      malformed: trx.raw('malformed + ?', [change.malformed]),
    }),
    ...(listed && {
      projection: listed.projection,
      malformed: listed.malformed,
      lists: trx.raw('lists + 1'),
    }),
  };
}
