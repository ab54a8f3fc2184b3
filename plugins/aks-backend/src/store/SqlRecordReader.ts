import {
  KubernetesRecord,
  Labels,
  LabelSelector,
  matchesLabels,
  ObjectRef,
  RecordKind,
  Relation,
} from '@backstage-aks/insight';
import { Knex } from 'knex';
import { StoredCluster, StoredSource } from './ClusterStore';
import { LABELLED_KINDS } from './indexRows';
import { RecordReader } from './RecordReader';
import {
  BigInteger,
  ClusterRow,
  NamespaceVersionRow,
  RecordRow,
  SourceRow,
  toStoredCluster,
  toStoredSource,
} from './rows';
import { leadingLabel, pairsOfLabels } from './selectorPairs';

// SQLite takes at most 32,766 parameters in a statement; a row of a look-up by
// name takes up to three.
const ROWS_PER_QUERY = 5000;

/** Reads of the store, over SQL. */
export class SqlRecordReader implements RecordReader {
  readonly #knex: Knex;
  readonly #clock: () => number;

  constructor(options: { knex: Knex; clock?: () => number }) {
    this.#knex = options.knex;
    this.#clock = options.clock ?? Date.now;
  }

  async clusters(): Promise<StoredCluster[]> {
    const rows = await this.#knex<ClusterRow>('aks_clusters').orderBy('name');
    return rows.map(row => toStoredCluster(row, this.#clock()));
  }

  async sources(clusterIds: readonly string[]): Promise<StoredSource[]> {
    const rows = await this.#knex<SourceRow>('aks_sources as source')
      .join<ClusterRow>(
        'aks_clusters as cluster',
        'cluster.id',
        'source.cluster_id',
      )
      .whereIn('source.cluster_id', [...clusterIds])
      .orderBy(['source.cluster_id', 'source.kind'])
      .select<(SourceRow & Pick<ClusterRow, 'lease_until'>)[]>(
        'source.*',
        'cluster.lease_until',
      );
    return rows.map(row => toStoredSource(row, row.lease_until, this.#clock()));
  }

  async byLabels(query: {
    clusterId: string;
    kinds: readonly RecordKind[];
    selector: LabelSelector;
    namespaces?: readonly string[];
  }): Promise<KubernetesRecord[]> {
    const unindexed = query.kinds.find(kind => !LABELLED_KINDS.has(kind));
    if (unindexed) {
      throw new Error(`${unindexed} records are not found by their labels`);
    }
    const { clusterId, kinds, namespaces, selector } = query;
    const { key, values } = leadingLabel(selector);
    const rows = await this.#records()
      .whereIn('id', labelled =>
        labelled
          .select('record_id')
          .from('aks_labels')
          .where({ cluster_id: clusterId, key })
          .whereIn('kind', [...kinds])
          .modify(more => {
            if (values) more.whereIn('value', [...values]);
            if (namespaces) more.whereIn('namespace', [...namespaces]);
          }),
      )
      .orderBy('id');
    return rows
      .map(parseRecord)
      .filter(record => matchesLabels(selector, record.labels));
  }

  async byRefs(
    clusterId: string,
    refs: readonly ObjectRef[],
  ): Promise<KubernetesRecord[]> {
    const pages = await Promise.all(
      pagesOf(refs).map(page =>
        this.#records()
          .where({ cluster_id: clusterId })
          .whereIn(
            ['kind', 'namespace', 'name'],
            page.map(({ kind, namespace, name }) => [kind, namespace, name]),
          )
          .orderBy('id'),
      ),
    );
    return pages.flat().map(parseRecord);
  }

  async referrers(
    clusterId: string,
    relation: Relation,
    targets: readonly ObjectRef[],
  ): Promise<KubernetesRecord[]> {
    const pages = await Promise.all(
      pagesOf(targets).map(page =>
        this.#records()
          .whereIn('id', edges =>
            edges
              .select('record_id')
              .from('aks_edges')
              .where({ cluster_id: clusterId, relation })
              .whereIn(
                ['to_kind', 'to_namespace', 'to_name'],
                page.map(({ kind, namespace, name }) => [
                  kind,
                  namespace,
                  name,
                ]),
              ),
          )
          .orderBy('id'),
      ),
    );
    return distinctById(pages.flat()).map(parseRecord);
  }

  async selecting(query: {
    clusterId: string;
    targetKind: RecordKind;
    namespace: string;
    labels: readonly Labels[];
  }): Promise<KubernetesRecord[]> {
    const { clusterId, targetKind, namespace, labels } = query;
    const rows = await this.#knex('aks_edges')
      .join('aks_records', 'aks_records.id', 'aks_edges.record_id')
      .where({
        'aks_edges.cluster_id': clusterId,
        to_kind: targetKind,
        to_namespace: namespace,
      })
      .whereIn('to_pair', [...new Set(labels.flatMap(pairsOfLabels))])
      .orderBy('aks_records.id')
      .select<{ id: number; record: string; selector: string }[]>(
        'aks_records.id',
        'record',
        'selector',
      );
    return distinctById(
      rows.filter(row => {
        const selector: LabelSelector = JSON.parse(row.selector);
        return labels.some(set => matchesLabels(selector, set));
      }),
    ).map(parseRecord);
  }

  async all(
    clusterId: string,
    kind: 'IngressClass' | 'GatewayClass',
  ): Promise<KubernetesRecord[]> {
    return this.#ofKind(clusterId, kind);
  }

  async namespaces(clusterId: string): Promise<KubernetesRecord[]> {
    return this.#ofKind(clusterId, 'Namespace');
  }

  async versions(
    clusterId: string,
    namespaces: readonly string[],
  ): Promise<Map<string, number>> {
    const rows = await this.#knex<NamespaceVersionRow>('aks_namespace_versions')
      .where({ cluster_id: clusterId })
      .whereIn('namespace', [...namespaces]);
    const known = new Map(
      rows.map(row => [row.namespace, Number(row.version)]),
    );
    return new Map(namespaces.map(name => [name, known.get(name) ?? 0]));
  }

  async sequence(): Promise<number> {
    const row = await this.#knex<{ id: number; value: BigInteger }>(
      'aks_sequence',
    )
      .where({ id: 1 })
      .first();
    return Number(row?.value ?? 0);
  }

  async changesSince(
    sequence: number,
  ): Promise<{ sequence: number; clusterId: string; namespace: string }[]> {
    const rows = await this.#knex<NamespaceVersionRow>('aks_namespace_versions')
      .where('version', '>', sequence)
      .orderBy(['version', 'cluster_id', 'namespace']);
    return rows.map(row => ({
      sequence: Number(row.version),
      clusterId: row.cluster_id,
      namespace: row.namespace,
    }));
  }

  async #ofKind(clusterId: string, kind: RecordKind) {
    const rows = await this.#records()
      .where({ cluster_id: clusterId, kind })
      .orderBy('name');
    return rows.map(parseRecord);
  }

  #records() {
    return this.#knex<RecordRow>('aks_records').select('id', 'record');
  }
}

function parseRecord(row: { record: string }): KubernetesRecord {
  return JSON.parse(row.record);
}

function distinctById<Row extends { id: number }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map(row => [row.id, row])).values()];
}

function pagesOf<Item>(items: readonly Item[]): Item[][] {
  const pages: Item[][] = [];
  for (let start = 0; start < items.length; start += ROWS_PER_QUERY) {
    pages.push(items.slice(start, start + ROWS_PER_QUERY));
  }
  return pages;
}
