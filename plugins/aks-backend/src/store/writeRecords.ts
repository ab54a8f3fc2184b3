import { hash } from 'node:crypto';
import { ObjectRef, Projection } from '@backstage-aks/insight';
import { Knex } from 'knex';
import { addressRows, hostFacts, hostRows } from './hostRows';
import { edgeRows, labelRows } from './indexRows';
import { AddressRow, EdgeRow, HostRow, LabelRow, RecordRow } from './rows';

// What is indexed of a record, and found by its row id.
const INDEXES = ['aks_edges', 'aks_labels', 'aks_hosts', 'aks_addresses'];

/** What a write did to the records of one kind. */
export interface Written {
  /** Row ids of every upserted record, changed or not. */
  seen: number[];
  inserted: number;
  deleted: number;
  touched: ObjectRef[];
}

interface Prepared extends Omit<RecordRow, 'id' | 'cluster_id'> {
  projection: Projection;
}

/**
 * Writes records with their edges and labels. What is as it was is not written
 * and counts as seen only.
 */
export async function upsertRecords(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  projections: readonly Projection[],
): Promise<Written> {
  const prepared = new Map(
    projections.map(projection => [
      keyOf(projection.record),
      prepare(projection),
    ]),
  );
  const written: Written = { seen: [], inserted: 0, deleted: 0, touched: [] };
  if (prepared.size === 0) {
    return written;
  }

  const known = await findRows(trx, clusterId, kind, [...prepared.values()]);
  const knownByKey = new Map(known.map(row => [keyOf(row), row]));
  const changed: Prepared[] = [];
  for (const [key, entry] of prepared) {
    const row = knownByKey.get(key);
    if (
      row?.record_digest === entry.record_digest &&
      row.index_digest === entry.index_digest
    ) {
      written.seen.push(row.id);
    } else {
      changed.push(entry);
    }
  }
  if (changed.length === 0) {
    return written;
  }

  const rows = await trx<RecordRow>('aks_records')
    .insert(
      changed.map(({ projection, ...columns }) => ({
        ...columns,
        cluster_id: clusterId,
      })),
    )
    .onConflict(['cluster_id', 'kind', 'namespace', 'name'])
    .merge(['record', 'record_digest', 'index_digest'])
    .returning(['id', 'namespace', 'name']);
  const ids = new Map(rows.map(row => [keyOf(row), row.id]));
  written.seen.push(...ids.values());
  written.inserted = prepared.size - known.length;
  written.touched = changed.map(({ projection }) => projection.record);
  await replaceIndexes(
    trx,
    clusterId,
    changed.flatMap(({ projection, index_digest }) => {
      const key = keyOf(projection.record);
      const id = ids.get(key);
      const before = knownByKey.get(key)?.index_digest;
      return id === undefined || before === index_digest
        ? []
        : [{ id, projection, known: before !== undefined }];
    }),
  );
  return written;
}

/** Deletes the named records, where they exist. */
export async function deleteRecords(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  refs: readonly ObjectRef[],
): Promise<Written> {
  const rows =
    refs.length === 0 ? [] : await findRows(trx, clusterId, kind, refs);
  await deleteRows(
    trx,
    rows.map(row => row.id),
  );
  return {
    seen: [],
    inserted: 0,
    deleted: rows.length,
    touched: rows.map(({ namespace, name }) => ({ kind, namespace, name })),
  };
}

/** Deletes records by their row ids, with what was indexed of them. */
export async function deleteRows(
  trx: Knex.Transaction,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  await deleteIndexes(trx, ids);
  await trx('aks_records').whereIn('id', ids).delete();
}

function prepare(projection: Projection): Prepared {
  const { record, edges } = projection;
  const text = JSON.stringify(record);
  return {
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    record: text,
    record_digest: digest(text),
    index_digest: digest(
      JSON.stringify([edges, record.labels, ...hostFacts(record)]),
    ),
    projection,
  };
}

function digest(text: string): string {
  return hash('sha256', text, 'base64');
}

function findRows(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  refs: readonly { namespace: string; name: string }[],
) {
  return trx<RecordRow>('aks_records')
    .select('id', 'namespace', 'name', 'record_digest', 'index_digest')
    .where({ cluster_id: clusterId, kind })
    .whereIn(
      ['namespace', 'name'],
      refs.map(({ namespace, name }) => [namespace, name]),
    );
}

async function replaceIndexes(
  trx: Knex.Transaction,
  clusterId: string,
  entries: { id: number; projection: Projection; known: boolean }[],
): Promise<void> {
  const stale = entries.filter(entry => entry.known).map(entry => entry.id);
  if (stale.length > 0) {
    await deleteIndexes(trx, stale);
  }
  const edges = entries.flatMap(({ id, projection }) =>
    edgeRows(id, clusterId, projection.edges),
  );
  await insertRows<EdgeRow>(trx, 'aks_edges', edges);
  const labels = entries.flatMap(({ id, projection }) =>
    labelRows(id, clusterId, projection.record),
  );
  await insertRows<LabelRow>(trx, 'aks_labels', labels);
  const hosts = entries.flatMap(({ id, projection }) =>
    hostRows(id, clusterId, projection.record),
  );
  await insertRows<HostRow>(trx, 'aks_hosts', hosts);
  const addresses = entries.flatMap(({ id, projection }) =>
    addressRows(id, projection.record),
  );
  await insertRows<AddressRow>(trx, 'aks_addresses', addresses);
}

async function deleteIndexes(trx: Knex.Transaction, ids: readonly number[]) {
  for (const table of INDEXES) {
    await trx(table).whereIn('record_id', ids).delete();
  }
}

// Knex writes a multi-row insert for SQLite as a compound SELECT, of which
// SQLite takes at most 500 (https://sqlite.org/limits.html, November 2026).
const ROWS_PER_INSERT = 200;

async function insertRows<Row extends object>(
  trx: Knex.Transaction,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await trx(table).insert(rows.slice(start, start + ROWS_PER_INSERT));
  }
}

function keyOf({ namespace, name }: { namespace: string; name: string }) {
  return `${namespace}/${name}`;
}
