import { Knex } from 'knex';
import { BigInteger } from './rows';
import { jsonList, query } from './sql';

/**
 * Takes the next change sequence and gives it to each scope as its
 * version. The row stays locked until the transaction ends, so that sequences
 * become visible in their order.
 */
export async function touchScopes(
  trx: Knex.Transaction,
  clusterId: string,
  scopes: readonly string[],
): Promise<number> {
  const [{ value }] = await query<{ value: BigInteger }>(
    trx,
    'UPDATE aks_sequence SET value = value + 1 WHERE id = 1 RETURNING value',
    [],
  );
  await query(
    trx,
    `INSERT INTO aks_namespace_versions (cluster_id, namespace, version)
     SELECT ?, value, CAST(? AS bigint) FROM ${jsonList(trx, 'text')} AS listed
     WHERE true
     ON CONFLICT (cluster_id, namespace) DO UPDATE SET version = excluded.version`,
    [clusterId, value, JSON.stringify(scopes)],
  );
  return Number(value);
}

/** Makes transactions that create or purge clusters wait for each other. */
export async function lockFleet(trx: Knex.Transaction): Promise<void> {
  await trx('aks_sequence').where({ id: 1 }).forUpdate().first();
}
