import { Knex } from 'knex';
import { secondsSince } from '../metrics/secondsSince';
import { StoreMetrics } from '../metrics/StoreMetrics';

/** What Knex tells of a statement. */
interface Statement {
  /** That which opens or ends a transaction has none, and is not timed. */
  __knexQueryUid?: string;
  sql: string;
}

const OPERATIONS = ['select', 'insert', 'update', 'delete'];

/** Times every statement, those of transactions as well. */
export function measureStatements(knex: Knex, metrics: StoreMetrics): void {
  const running = new Map<string, number>();
  const over = ({ __knexQueryUid: id, sql }: Statement) => {
    const start = id === undefined ? undefined : running.get(id);
    if (id !== undefined && start !== undefined) {
      running.delete(id);
      metrics.ran(operationOf(sql), secondsSince(start));
    }
  };
  knex.on('query', ({ __knexQueryUid: id }: Statement) => {
    if (id !== undefined) {
      running.set(id, performance.now());
    }
  });
  knex.on('query-response', (_: unknown, statement: Statement) =>
    over(statement),
  );
  knex.on('query-error', (_: unknown, statement: Statement) => over(statement));
}

function operationOf(sql: string): string {
  const [word] = sql.trimStart().toLowerCase().split(/[\s;]/, 1);
  return OPERATIONS.includes(word) ? word : 'other';
}
