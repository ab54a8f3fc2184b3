import { Knex } from 'knex';

/** Whether a database is a file of this process, and not a server. */
export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}
