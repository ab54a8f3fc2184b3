import { Knex } from 'knex';
import { BigInteger, NamespaceVersionRow } from './rows';

/**
 * Takes the next change sequence and gives it to each namespace as its
 * version. The row stays locked until the transaction ends, so that sequences
 * become visible in their order.
 */
export async function touchNamespaces(
  trx: Knex.Transaction,
  clusterId: string,
  namespaces: readonly string[],
): Promise<number> {
  const [{ value }] = await trx('aks_sequence')
    .where({ id: 1 })
    .update({ value: trx.raw('value + 1') })
    .returning<{ value: BigInteger }[]>('value');
  await trx<NamespaceVersionRow>('aks_namespace_versions')
    .insert(
      namespaces.map(namespace => ({
        cluster_id: clusterId,
        namespace,
        version: value,
      })),
    )
    .onConflict(['cluster_id', 'namespace'])
    .merge(['version']);
  return Number(value);
}

/** Makes transactions that create or purge clusters wait for each other. */
export async function lockFleet(trx: Knex.Transaction): Promise<void> {
  await trx('aks_sequence').where({ id: 1 }).forUpdate().first();
}
