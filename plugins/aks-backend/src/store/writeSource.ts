import { Freshness } from '@backstage-aks/insight';
import { Knex } from 'knex';
import { markSources } from './markSources';
import { SourceRow } from './rows';
import { query } from './sql';

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
  /** Milliseconds since 1970. */
  nextTryAt?: number;
}

const PENDING: Freshness = { state: 'pending' };

/** Writes a source's row, and makes it first where there is none. */
export async function writeSource(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  change: SourceChange,
): Promise<void> {
  const values = valuesOf(change);
  if (values.every(value => value === null || value === 0)) {
    return;
  }
  const update = () =>
    query(
      trx,
      `UPDATE aks_sources SET
         freshness = COALESCE(?, freshness),
         confirmed_at = COALESCE(?, confirmed_at),
         resource_version = COALESCE(?, resource_version),
         last_error = COALESCE(?, last_error),
         projection = COALESCE(?, projection),
         next_try_at = COALESCE(?, next_try_at),
         records = records + ?,
         lists = lists + ?,
         malformed = COALESCE(?, malformed + ?)
       WHERE cluster_id = ? AND kind = ?
       RETURNING kind`,
      [...values, clusterId, kind],
    );
  const known = (await update()).length > 0;
  if (!known) {
    await trx<SourceRow>('aks_sources').insert({
      cluster_id: clusterId,
      kind,
      freshness: JSON.stringify(PENDING),
    });
    await update();
  }
  if (!known || change.freshness) {
    await markSources(trx, clusterId);
  }
}

function valuesOf(change: SourceChange): (string | number | null)[] {
  const { freshness, confirmedAt, resourceVersion, lastError, listed } = change;
  return [
    freshness ? JSON.stringify(freshness) : null,
    confirmedAt ?? null,
    resourceVersion ?? null,
    lastError ? JSON.stringify(lastError) : null,
    listed?.projection ?? null,
    change.nextTryAt ?? null,
    change.addedRecords ?? 0,
    listed ? 1 : 0,
    listed?.malformed ?? null,
    change.malformed ?? 0,
  ];
}
