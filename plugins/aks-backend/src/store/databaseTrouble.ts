import { errorCode } from './errorCode';

// Classes of PostgreSQL's codes: the connection, its resources, an operator who
// stops the server, its disk (https://www.postgresql.org/docs/17/errcodes-appendix.html,
// read 2026-11-28); and what Node.js says where no server answers.
const POSTGRESQL = /^(08|53|57P|58)/;
const NETWORK = /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT)/;
// SQLite's plain error is a mistake in a statement.
const SQLITE = /^SQLITE_(?!ERROR|CONSTRAINT|MISMATCH|MISUSE|RANGE)/;

/** Whether the database, and not a statement, is why something failed. */
export function isDatabaseTrouble(error: unknown): boolean {
  const code = errorCode(error);
  return (
    (error instanceof Error && error.name === 'KnexTimeoutError') ||
    [POSTGRESQL, NETWORK, SQLITE].some(pattern => pattern.test(code))
  );
}
