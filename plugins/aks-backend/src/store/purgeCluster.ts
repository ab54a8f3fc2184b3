import { Knex } from 'knex';
import { ClusterRow, RecordRow } from './rows';
import { lockFleet } from './sequence';
import { transact } from './transact';
import { deleteRows } from './writeRecords';

const RECORDS_PER_TRANSACTION = 50;

/**
 * Deletes what is left of a forgotten cluster in small steps, and stops
 * should the cluster be declared again meanwhile.
 */
export async function purgeCluster(
  knex: Knex,
  clusterId: string,
  signal?: AbortSignal,
): Promise<void> {
  let more = true;
  while (more && !signal?.aborted) {
    more = await transact(knex, trx => purgeSome(trx, clusterId));
  }
}

async function purgeSome(
  trx: Knex.Transaction,
  clusterId: string,
): Promise<boolean> {
  await lockFleet(trx);
  const back = await trx<ClusterRow>('aks_clusters')
    .where({ id: clusterId })
    .first('id');
  if (back) {
    return false;
  }
  const rows = await trx<RecordRow>('aks_records')
    .select('id')
    .where({ cluster_id: clusterId })
    .limit(RECORDS_PER_TRANSACTION);
  if (rows.length > 0) {
    await deleteRows(
      trx,
      rows.map(row => row.id),
    );
    return true;
  }
  await trx('aks_namespace_versions').where({ cluster_id: clusterId }).delete();
  await trx('aks_sources').where({ cluster_id: clusterId }).delete();
  return false;
}
