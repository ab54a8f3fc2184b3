import { setTimeout } from 'node:timers/promises';
import { Knex } from 'knex';

const PATIENCE_MILLISECONDS = 5_000;
const RETRY_MILLISECONDS = 20;

/**
 * Runs a transaction, again while another connection keeps SQLite's file
 * locked. SQLite's own way to wait for that would hold up the whole process.
 *
 * @param work - May run more than once; only the last time counts.
 */
export async function transact<Result>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      if (!isLocked(error) || performance.now() > deadline) {
        throw error;
      }
    }
    await setTimeout(RETRY_MILLISECONDS);
  }
}

function isLocked(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('SQLITE_BUSY')
  );
}
