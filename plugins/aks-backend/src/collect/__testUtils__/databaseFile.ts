import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { openDatabase } from '../../store/openDatabase';

/** A database that outlives those who use it. */
export class DatabaseFile {
  readonly #folder: string;
  readonly #opened: Knex[] = [];

  static async create(): Promise<DatabaseFile> {
    return new DatabaseFile(await mkdtemp(join(tmpdir(), 'aks-store-')));
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  get path(): string {
    return join(this.#folder, 'aks.sqlite');
  }

  /** A connection of its own, with the store's schema. */
  async open(): Promise<Knex> {
    const client = knexFactory({
      client: 'better-sqlite3',
      connection: this.path,
      useNullAsDefault: true,
    });
    this.#opened.push(client);
    const { knex } = await openDatabase({ getClient: async () => client });
    return knex;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#opened.map(client => client.destroy()));
    await rm(this.#folder, { recursive: true });
  }
}
