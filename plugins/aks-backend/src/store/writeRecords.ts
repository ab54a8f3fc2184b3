import { ObjectRef } from '@backstage-aks/insight';
import { Knex } from 'knex';
import { keyOf, PreparedRecords } from './prepareRecords';
import { jsonList, jsonTable, query } from './sql';
import { routedNamespaces } from './routedNamespaces';
import { NAMES_SCOPE } from './scopes';
import { storable } from './storable';
import { namesHeld } from './namesHeld';
import { deleteByIds, deleteIndexes, writeIndexes } from './writeIndexes';

/** What a write did to the records of one kind. */
export interface Written {
  /** Row ids of every upserted record, changed or not. */
  seen: number[];
  inserted: number;
  deleted: number;
  touched: ObjectRef[];
  /**
   * Further scopes that the write concerns: namespaces to which the written
   * objects lead, or led before, and the names of the cluster.
   */
  reached: string[];
}

/** A record that is stored already. */
interface KnownRow {
  place: number;
  id: number;
  same_record: number;
  same_index: number;
}

/**
 * Writes records with their edges and labels. What is as it was is not written
 * and counts as seen only.
 */
export async function upsertRecords(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  prepared: PreparedRecords,
): Promise<Written> {
  const { refs } = prepared;
  if (refs.length === 0) {
    return { seen: [], inserted: 0, deleted: 0, touched: [], reached: [] };
  }
  const known = await findKnown(trx, clusterId, kind, prepared);
  const knownAt = new Map(known.map(row => [row.place, row]));
  const changed = refs.flatMap((_, place) => {
    const row = knownAt.get(place);
    return row?.same_record && row.same_index ? [] : [place];
  });
  const ids = new Map(known.map(row => [row.place, row.id]));
  const reached: string[] = [];
  if (changed.length > 0) {
    const places = new Map(refs.map((ref, place) => [keyOf(ref), place]));
    const rows = await writeRows(trx, clusterId, kind, prepared, changed);
    for (const row of rows) {
      ids.set(places.get(keyOf(row)) ?? -1, row.id);
    }
    const reindexed = changed.filter(place => !knownAt.get(place)?.same_index);
    const stale = reindexed.flatMap(place => knownAt.get(place)?.id ?? []);
    reached.push(...(await routedNamespaces(trx, kind, stale)));
    const held = await namesHeld(trx, kind, stale);
    await deleteIndexes(trx, stale);
    await writeIndexes(
      trx,
      clusterId,
      prepared,
      refs.map((_, place) =>
        reindexed.includes(place) ? ids.get(place) ?? null : null,
      ),
    );
    const written = reindexed.flatMap(place => ids.get(place) ?? []);
    reached.push(...(await routedNamespaces(trx, kind, written)));
    // Who saw that a name was given up followed the namespace of its object.
    const holds = await namesHeld(trx, kind, written);
    if ([...holds].some(name => !held.has(name))) {
      reached.push(NAMES_SCOPE);
    }
  }
  return {
    seen: [...ids.values()],
    inserted: refs.length - known.length,
    deleted: 0,
    touched: changed.map(place => ({ kind, ...refs[place] })),
    reached,
  };
}

/** Deletes the named records, where they exist. */
export async function deleteRecords(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  refs: readonly ObjectRef[],
): Promise<Written> {
  const rows =
    refs.length === 0
      ? []
      : await query<{ id: number; namespace: string; name: string }>(
          trx,
          `SELECT record.id, record.namespace, record.name
           FROM ${jsonTable(trx, ['namespace', 'name'])} AS listed
           CROSS JOIN aks_records AS record
           WHERE record.cluster_id = ? AND record.kind = ?
             AND record.namespace = listed.namespace
             AND record.name = listed.name`,
          [JSON.stringify(refs.map(storableRef)), clusterId, kind],
        );
  const ids = rows.map(row => row.id);
  const reached = await routedNamespaces(trx, kind, ids);
  await deleteRows(trx, ids);
  return {
    seen: [],
    inserted: 0,
    deleted: rows.length,
    touched: rows.map(({ namespace, name }) => ({ kind, namespace, name })),
    reached,
  };
}

function storableRef({ namespace, name }: ObjectRef) {
  return { namespace: storable(namespace), name: storable(name) };
}

/** Deletes records by their row ids, with what was indexed of them. */
export async function deleteRows(
  trx: Knex.Transaction,
  ids: readonly number[],
): Promise<void> {
  await deleteIndexes(trx, ids);
  await deleteByIds(trx, 'aks_records', 'id', ids);
}

/** Those of the records that are stored, and whether they are as they were. */
function findKnown(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  { records }: PreparedRecords,
): Promise<KnownRow[]> {
  const columns = ['namespace', 'name', 'record_digest', 'index_digest'];
  // The order of a cross join is kept by SQLite: rows are looked up one by one.
  return query<KnownRow>(
    trx,
    `SELECT listed.place, record.id,
       CASE WHEN record.record_digest = listed.record_digest THEN 1 ELSE 0 END AS same_record,
       CASE WHEN record.index_digest = listed.index_digest THEN 1 ELSE 0 END AS same_index
     FROM ${jsonTable(trx, columns)} AS listed
     CROSS JOIN aks_records AS record
     WHERE record.cluster_id = ? AND record.kind = ?
       AND record.namespace = listed.namespace AND record.name = listed.name`,
    [records, clusterId, kind],
  );
}

const COLUMNS = [
  'namespace',
  'name',
  'record_digest',
  'index_digest',
  'record',
];

function writeRows(
  trx: Knex.Transaction,
  clusterId: string,
  kind: string,
  { records }: PreparedRecords,
  places: readonly number[],
): Promise<{ id: number; namespace: string; name: string }[]> {
  return query(
    trx,
    `INSERT INTO aks_records (cluster_id, kind, ${COLUMNS})
     SELECT ?, ?, ${COLUMNS} FROM ${jsonTable(trx, COLUMNS)} AS listed
     WHERE place IN ${jsonList(trx, 'integer')}
     ON CONFLICT (cluster_id, kind, namespace, name) DO UPDATE SET
       record = excluded.record,
       record_digest = excluded.record_digest,
       index_digest = excluded.index_digest
     RETURNING id, namespace, name`,
    [clusterId, kind, records, JSON.stringify(places)],
  );
}
