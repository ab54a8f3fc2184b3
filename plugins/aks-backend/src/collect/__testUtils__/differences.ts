import {
  collectionPath,
  Edge,
  KindDescriptor,
  KubernetesRecord,
  project,
} from '@backstage-aks/insight';
import {
  ClusterConnection,
  ClusterError,
} from '@backstage-aks/plugin-aks-node';
import { Knex } from 'knex';
import { edgeRows, labelRows } from '../../store/indexRows';
import { EdgeRow, LabelRow, RecordRow, SourceRow } from '../../store/rows';

/**
 * How what is stored of a cluster differs from the projections of the server's
 * objects, with their edges and labels; empty where it does not.
 *
 * @param options - `within` chooses the records that are compared.
 */
export async function differences(options: {
  knex: Knex;
  clusterId: string;
  connection: ClusterConnection;
  kinds: readonly KindDescriptor[];
  within?: (record: { namespace: string; name: string }) => boolean;
}): Promise<string[]> {
  const { knex, clusterId, within = () => true } = options;
  const served = await servedRecords(options);
  const stored = await storedRecords(knex, clusterId);
  const keys = new Set([...served.keys(), ...stored.keys()]);
  return [...keys].sort().flatMap(key => {
    const [, namespace, name] = key.split('/');
    const [here, there] = [stored.get(key), served.get(key)];
    return here === there || !within({ namespace, name })
      ? []
      : [`${key}: stored ${here}, served ${there}`];
  });
}

/** What is wrong within the store itself, whatever the server has. */
export async function contradictions(knex: Knex): Promise<string[]> {
  const found: string[] = [];
  for (const table of ['aks_edges', 'aks_labels']) {
    const [{ orphans }] = await knex(table)
      .whereNotIn('record_id', knex('aks_records').select('id'))
      .count({ orphans: '*' });
    if (Number(orphans) > 0) {
      found.push(`${table} has ${orphans} rows without a record`);
    }
  }
  for (const { cluster_id, kind, records } of await knex<SourceRow>(
    'aks_sources',
  )) {
    const [{ stored }] = await knex('aks_records')
      .where({ cluster_id, kind })
      .count({ stored: '*' });
    if (Number(stored) !== records) {
      found.push(`${kind} counts ${records} records and has ${stored}`);
    }
  }
  return found;
}

async function servedRecords({
  connection,
  clusterId,
  kinds,
}: {
  connection: ClusterConnection;
  clusterId: string;
  kinds: readonly KindDescriptor[];
}): Promise<Map<string, string>> {
  const records = new Map<string, string>();
  for (const kind of kinds) {
    for (const object of await objectsOf(connection, kind)) {
      const projection = project(kind.kind, object);
      if (projection) {
        const { record, edges } = projection;
        records.set(keyOf(record), describe(record, edges, clusterId));
      }
    }
  }
  return records;
}

async function objectsOf(
  connection: ClusterConnection,
  kind: KindDescriptor,
): Promise<unknown[]> {
  const objects: unknown[] = [];
  try {
    const pages = connection.list(collectionPath(kind), { pageSize: 500 });
    for await (const page of pages) {
      objects.push(...page.items);
    }
  } catch (error) {
    // An add-on that is not installed has no objects.
    if (!(error instanceof ClusterError && error.reason === 'not-found')) {
      throw error;
    }
  }
  return objects;
}

function describe(record: KubernetesRecord, edges: Edge[], clusterId: string) {
  return textOf(
    JSON.stringify(record),
    edgeRows(0, clusterId, edges),
    labelRows(0, clusterId, record),
  );
}

async function storedRecords(
  knex: Knex,
  clusterId: string,
): Promise<Map<string, string>> {
  const where = { cluster_id: clusterId };
  const edges = byRecord(await knex<EdgeRow>('aks_edges').where(where));
  const labels = byRecord(await knex<LabelRow>('aks_labels').where(where));
  const rows = await knex<RecordRow>('aks_records').where(where);
  return new Map(
    rows.map(row => [
      keyOf(row),
      textOf(row.record, edges.get(row.id) ?? [], labels.get(row.id) ?? []),
    ]),
  );
}

function byRecord<Row extends { record_id: number }>(rows: Row[]) {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    groups.set(row.record_id, [...(groups.get(row.record_id) ?? []), row]);
  }
  return groups;
}

function textOf(record: string, edges: EdgeRow[], labels: LabelRow[]): string {
  const rows = [
    ...edges.map(edge => [
      edge.relation,
      edge.to_kind,
      edge.to_namespace,
      edge.to_name,
      edge.to_pair,
      edge.selector,
    ]),
    ...labels.map(({ key, value }) => [key, value]),
  ];
  return `${record} ${rows.map(row => JSON.stringify(row)).sort()}`;
}

function keyOf(record: { kind: string; namespace: string; name: string }) {
  return `${record.kind}/${record.namespace}/${record.name}`;
}
