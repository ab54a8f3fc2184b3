import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite } from './isSqlite';
import { keepStatements } from './keepStatements';

/** The store's database, and whether this process has it for itself. */
export interface OpenedDatabase {
  knex: Knex;
  alone: boolean;
}

/** Opens the database and brings its schema up to date. */
export async function openDatabase(
  database: DatabaseService,
): Promise<OpenedDatabase> {
  const knex = await database.getClient();
  const alone = isSqlite(knex);
  if (alone) {
    // A commit then costs no wait for the disk. A killed process loses nothing
    // by it; a power cut at worst the newest commits, which are read again
    // from the clusters (https://sqlite.org/wal.html, November 2026).
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA synchronous = NORMAL');
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@backstage-aks/plugin-aks-backend',
        'migrations',
      ),
    });
  }
  if (alone) {
    // From here on a locked file is waited for without holding up the event
    // loop, by transact().
    await knex.raw('PRAGMA busy_timeout = 0');
    await keepStatements(knex);
  }
  return { knex, alone };
}
