import { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/**
 * Runs a statement whose text is always the same, so that Knex need not put it
 * together and SQLite need not compile it anew. However many values it takes,
 * they are few parameters: lists travel as JSON, see {@link jsonTable}.
 */
export async function query<Row = unknown>(
  db: Knex,
  sql: string,
  parameters: readonly (string | number | null)[],
): Promise<Row[]> {
  const answer: PromiseLike<unknown> = db.raw(sql, [...parameters]);
  const result = (await answer) as Row[] | { rows?: Row[] };
  // The driver of PostgreSQL wraps its rows, that of SQLite does not.
  return Array.isArray(result) ? result : result.rows ?? [];
}

/**
 * A parameter that is a JSON array of objects, as a table: one column for each
 * named property, as text or as SQLite likes it, and the place in the array.
 */
export function jsonTable(db: Knex, columns: readonly string[]): string {
  const values = columns.map(name => `value->>'${name}' AS ${name}`);
  return isSqlite(db)
    ? `(SELECT key AS place, ${values} FROM json_each(?))`
    : `(SELECT CAST(place AS integer) - 1 AS place, ${values}
        FROM json_array_elements(CAST(? AS json)) WITH ORDINALITY AS listed(value, place))`;
}

/** A parameter that is a JSON array of texts or integers, as a table of one column. */
export function jsonList(db: Knex, type: 'text' | 'integer'): string {
  return isSqlite(db)
    ? `(SELECT value FROM json_each(?))`
    : `(SELECT CAST(value AS ${type}) AS value
        FROM json_array_elements_text(CAST(? AS json)) AS listed(value))`;
}

/** An integer of a parameter that is a JSON array, by an expression for its place. */
export function jsonInteger(db: Knex, place: string): string {
  const list = isSqlite(db) ? '?' : 'CAST(? AS json)';
  return `CAST(${list} ->> CAST(${place} AS integer) AS integer)`;
}

/** Keeps the rows that are read as they are until the transaction ends. */
export function forUpdate(db: Knex): string {
  // SQLite lets only one transaction write anyway.
  return isSqlite(db) ? '' : 'FOR UPDATE';
}

/** A column of {@link jsonTable} that is a JSON array of texts, as a table. */
export function jsonTexts(db: Knex, column: string): string {
  return isSqlite(db)
    ? `(SELECT value FROM json_each(${column}))`
    : `(SELECT value FROM json_array_elements_text(CAST(${column} AS json)) AS texts(value))`;
}
