import { setImmediate, setTimeout } from 'node:timers/promises';
import { Knex } from 'knex';
import { errorCode } from './errorCode';
import { isSqlite } from './isSqlite';

const PATIENCE_MILLISECONDS = 5_000;
const RETRY_MILLISECONDS = 100;

/**
 * Runs a transaction that writes. SQLite works on the event loop's thread, so
 * there transactions take turns, and whoever else waits for the event loop goes
 * first between two of them.
 *
 * @param work - May run more than once; only the last time counts.
 */
export async function transact<Result>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  return isSqlite(knex) ? untilUnlocked(knex, work) : knex.transaction(work);
}

const turns = new WeakMap<Knex, Promise<unknown>>();

function inTurn<Result>(
  knex: Knex,
  run: () => Promise<Result>,
): Promise<Result> {
  const before = turns.get(knex) ?? Promise.resolve();
  const result = before.then(run);
  const over = () => setImmediate();
  turns.set(knex, result.then(over, over));
  return result;
}

/**
 * Tries again while another connection keeps SQLite's file locked. SQLite's own
 * way to wait for that would hold up the whole process. In between others have
 * their turn, so that each write waits only as long as it has patience itself.
 */
async function untilUnlocked<Result>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await inTurn(knex, () => knex.transaction(work));
    } catch (error) {
      if (!isLocked(error) || performance.now() > deadline) {
        throw error;
      }
    }
    await setTimeout(RETRY_MILLISECONDS);
  }
}

function isLocked(error: unknown): boolean {
  return errorCode(error).startsWith('SQLITE_BUSY');
}
