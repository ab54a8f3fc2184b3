import { Knex } from 'knex';
import { IndexTable, PreparedRecords } from './prepareRecords';
import { jsonInteger, jsonList, jsonTable, query } from './sql';

/** How the columns of each table are filled beside `record_id` and `cluster_id`. */
const INDEXES: readonly {
  table: IndexTable;
  texts: readonly string[];
  integers?: readonly string[];
}[] = [
  {
    table: 'aks_edges',
    texts: [
      ...['relation', 'to_kind', 'to_namespace'],
      ...['to_name', 'to_pair', 'selector'],
    ],
  },
  {
    table: 'aks_labels',
    texts: ['kind', 'namespace', 'key', 'value'],
  },
  {
    table: 'aks_hosts',
    texts: ['kind', 'namespace', 'name', 'host', 'class_name'],
    integers: ['any_host'],
  },
  { table: 'aks_addresses', texts: ['kind', 'address'] },
];

/**
 * Writes what is indexed of records.
 *
 * @param ids - Row id of the record at each place; null for one of which all
 * that is indexed stays as it is.
 */
export async function writeIndexes(
  trx: Knex.Transaction,
  clusterId: string,
  { indexes }: PreparedRecords,
  ids: readonly (number | null)[],
): Promise<void> {
  const places = JSON.stringify(ids);
  const id = jsonInteger(trx, 'listed.record_id');
  for (const { table, texts, integers = [] } of INDEXES) {
    const rows = indexes[table];
    if (rows !== '[]') {
      const columns = [...texts, ...integers];
      const values = [
        ...texts,
        ...integers.map(name => `CAST(${name} AS integer)`),
      ];
      await query(
        trx,
        `INSERT INTO ${table} (record_id, ${columns}, cluster_id)
         SELECT ${id}, ${values}, ?
         FROM ${jsonTable(trx, ['record_id', ...columns])} AS listed
         WHERE ${id} IS NOT NULL`,
        [places, clusterId, rows, places],
      );
    }
  }
}

/** Deletes what is indexed of records, by their row ids. */
export async function deleteIndexes(
  trx: Knex.Transaction,
  ids: readonly number[],
): Promise<void> {
  for (const { table } of INDEXES) {
    await deleteByIds(trx, table, 'record_id', ids);
  }
}

/** Deletes the rows of a table that have one of these ids in a column. */
export async function deleteByIds(
  trx: Knex.Transaction,
  table: string,
  column: string,
  ids: readonly number[],
): Promise<void> {
  if (ids.length > 0) {
    await query(
      trx,
      `DELETE FROM ${table} WHERE ${column} IN ${jsonList(trx, 'integer')}`,
      [JSON.stringify(ids)],
    );
  }
}
