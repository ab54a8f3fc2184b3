import { Knex } from 'knex';
import { ClusterRow, interrupted, SourceRow } from './rows';

/** Marks as stale every kind of a cluster that nobody keeps current any more. */
export async function interruptSources(
  trx: Knex.Transaction,
  clusterId: string,
) {
  const rows = await trx<SourceRow>('aks_sources').where({
    cluster_id: clusterId,
  });
  for (const row of rows) {
    const freshness = interruptedText(row);
    if (freshness !== row.freshness) {
      await trx<SourceRow>('aks_sources')
        .where({ cluster_id: clusterId, kind: row.kind })
        .update({ freshness });
    }
  }
}

/** Freshness as it is stored, once nobody keeps it current any more. */
export function interruptedText(
  row: Pick<ClusterRow, 'freshness' | 'confirmed_at'>,
): string {
  return JSON.stringify(
    interrupted(JSON.parse(row.freshness), row.confirmed_at),
  );
}
