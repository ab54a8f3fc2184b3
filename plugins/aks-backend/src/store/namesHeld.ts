import { Knex } from 'knex';
import { jsonList, query } from './sql';

/** The tables of the names that objects of a kind can take from others. */
const NAMES_OF: Readonly<Record<string, string>> = {
  Ingress: 'SELECT record_id, host AS name, class_name FROM aks_hosts',
  // Its address tells which controller serves an Ingress.
  Service:
    'SELECT record_id, address AS name, NULL AS class_name FROM aks_addresses',
};

/**
 * The host names and addresses that these stored records hold, as texts to be
 * compared: one that appears has been taken. Empty for kinds whose names
 * concern no other object.
 */
export async function namesHeld(
  trx: Knex.Transaction,
  kind: string,
  ids: readonly number[],
): Promise<ReadonlySet<string>> {
  const names = NAMES_OF[kind];
  if (!names || ids.length === 0) {
    return new Set();
  }
  const rows = await query<Record<string, unknown>>(
    trx,
    `${names} WHERE record_id IN ${jsonList(trx, 'integer')}`,
    [JSON.stringify(ids)],
  );
  return new Set(
    rows.map(({ record_id: id, name, class_name: className }) =>
      JSON.stringify([id, name, className]),
    ),
  );
}
