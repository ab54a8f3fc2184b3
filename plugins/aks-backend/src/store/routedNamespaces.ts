import { Knex } from 'knex';
import { jsonList, query } from './sql';

// Objects that lead to Services of other namespaces. A service's view finds them
// from the Service, so it must see when they come and go.
const ACROSS_NAMESPACES: ReadonlySet<string> = new Set([
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
]);

/** The namespaces to whose Services these stored records lead. */
export async function routedNamespaces(
  trx: Knex.Transaction,
  kind: string,
  ids: readonly number[],
): Promise<string[]> {
  if (ids.length === 0 || !ACROSS_NAMESPACES.has(kind)) {
    return [];
  }
  const rows = await query<{ to_namespace: string }>(
    trx,
    `SELECT DISTINCT to_namespace FROM aks_edges
     WHERE relation = 'routes-to' AND record_id IN ${jsonList(trx, 'integer')}`,
    [JSON.stringify(ids)],
  );
  return rows.map(row => row.to_namespace);
}
