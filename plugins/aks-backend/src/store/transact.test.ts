import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { eventually } from '../collect/__testUtils__/eventually';
import { transact } from './transact';

describe('a write to SQLite', () => {
  const opened: Knex[] = [];
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aks-store-'));
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map(knex => knex.destroy()));
    await rm(folder, { recursive: true });
  });

  async function open() {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'store.sqlite') },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    opened.push(knex);
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA busy_timeout = 0');
    return knex;
  }

  it('waits for a locked file by itself, not behind all others', async () => {
    const knex = await open();
    await knex.schema.createTable('written', table => table.string('by'));
    const other = await open();
    await other.raw('BEGIN IMMEDIATE');

    const tries = { first: 0, second: 0, third: 0 };
    const writes = (['first', 'second', 'third'] as const).map(by =>
      transact(knex, async trx => {
        tries[by] += 1;
        await trx('written').insert({ by });
      }),
    );
    await eventually(() =>
      Object.values(tries).forEach(count => expect(count).toBeGreaterThan(1)),
    );
    // Nothing but the other's lock is in the way of reads meanwhile.
    expect(await knex('written')).toEqual([]);
    await other.raw('ROLLBACK');

    await Promise.all(writes);
    const rows = await knex('written');
    expect(rows.map(({ by }) => by).sort()).toEqual([
      'first',
      'second',
      'third',
    ]);
  });

  it('says what is wrong with it at once, and lets the next one through', async () => {
    const knex = await open();
    await knex.schema.createTable('written', table => table.string('by'));
    const broken = transact(knex, trx => trx('no_such_table').insert({}));
    const sound = transact(knex, trx => trx('written').insert({ by: 'me' }));
    await expect(broken).rejects.toThrow('no_such_table');
    await sound;
    expect(await knex('written')).toHaveLength(1);
  });
});
