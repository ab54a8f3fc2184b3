import { Knex } from 'knex';

/**
 * The key under which namespaces get their opaque names. It stands in the
 * database, as every replica must give a namespace the same name.
 */
export async function readScopeKey(knex: Knex): Promise<string> {
  const row = await knex<{ key: string }>('aks_scope_key').first();
  if (!row) {
    throw new Error(
      'The table aks_scope_key of the aks plugin is empty: its migrations did not run to their end. Drop the plugin’s tables and start again; everything in them is read anew from the clusters.',
    );
  }
  return row.key;
}
