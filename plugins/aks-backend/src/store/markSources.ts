import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { query } from './sql';

/**
 * Notes that what is known of a cluster's kinds may be another from now on, so
 * that views need not read it to see that it is not. The mark is random, as a
 * number could come again when clusters change places.
 */
export async function markSources(
  trx: Knex.Transaction,
  clusterId: string,
): Promise<void> {
  await query(trx, 'UPDATE aks_clusters SET sources_mark = ? WHERE id = ?', [
    newMark(),
    clusterId,
  ]);
}

/** A mark that no cluster has had yet. */
export function newMark(): string {
  return randomUUID();
}
