import { LabelSelector, ObjectRef, Relation } from '@backstage-aks/insight';
import { Knex } from 'knex';
import { Gathered } from './Gathered';
import { leadingLabel } from './selectorPairs';
import { jsonTexts } from './sql';

/** A record that a look-up found. */
export interface FoundRecord {
  id: number;
  record: string;
}

/** Records by a label; the rest of the selector is for the caller to check. */
export interface LabelQuestion {
  clusterId: string;
  kinds: readonly string[];
  selector: LabelSelector;
  /** Undefined: every namespace. */
  namespaces?: readonly string[];
}

/** By a label of one of some values, or of any value. */
export function labelLookUp(knex: Knex, value: 'given' | 'any') {
  return new Gathered<LabelQuestion, FoundRecord>({
    knex,
    columns: ['cluster_id', 'key', 'value', 'kind', 'namespaces'],
    rowsOf({ clusterId, kinds, selector, namespaces }) {
      const { key, values } = leadingLabel(selector);
      return (values ?? [null]).flatMap(one =>
        kinds.map(kind => ({
          ...{ cluster_id: clusterId, key, kind, value: one },
          namespaces: namespaces ?? null,
        })),
      );
    },
    // The order of cross joins is kept by SQLite: what is looked up comes first.
    sql: listed => `
      SELECT listed.question, record.id, record.record
      FROM ${listed} AS listed
      CROSS JOIN aks_labels AS label
      CROSS JOIN aks_records AS record
      WHERE label.cluster_id = listed.cluster_id AND label.key = listed.key
        ${value === 'given' ? 'AND label.value = listed.value' : ''}
        AND label.kind = listed.kind
        AND (listed.namespaces IS NULL
          OR label.namespace IN ${jsonTexts(knex, 'listed.namespaces')})
        AND record.id = label.record_id
      ORDER BY record.id`,
  });
}

/** Namespaces in which a label has one of some values; no record is read. */
export function labelNamespaceLookUp(knex: Knex) {
  return new Gathered<
    {
      clusterId: string;
      kinds: readonly string[];
      key: string;
      values: readonly string[];
    },
    { namespace: string }
  >({
    knex,
    columns: ['cluster_id', 'key', 'value', 'kind'],
    rowsOf: ({ clusterId, kinds, key, values }) =>
      values.flatMap(value =>
        kinds.map(kind => ({ cluster_id: clusterId, key, value, kind })),
      ),
    sql: listed => `
      SELECT DISTINCT listed.question, label.namespace
      FROM ${listed} AS listed
      CROSS JOIN aks_labels AS label
      WHERE label.cluster_id = listed.cluster_id AND label.key = listed.key
        AND label.value = listed.value AND label.kind = listed.kind
      ORDER BY label.namespace`,
  });
}

/** By their names. */
export function nameLookUp(knex: Knex) {
  return new Gathered<
    { clusterId: string; refs: readonly ObjectRef[] },
    FoundRecord
  >({
    knex,
    columns: ['cluster_id', 'kind', 'namespace', 'name'],
    rowsOf: ({ clusterId, refs }) =>
      refs.map(({ kind, namespace, name }) => ({
        ...{ cluster_id: clusterId, kind, namespace, name },
      })),
    sql: listed => `
      SELECT listed.question, record.id, record.record
      FROM ${listed} AS listed
      CROSS JOIN aks_records AS record
      WHERE record.cluster_id = listed.cluster_id AND record.kind = listed.kind
        AND record.namespace = listed.namespace AND record.name = listed.name
      ORDER BY record.id`,
  });
}

/** All of some kinds in some namespaces. */
export function namespaceLookUp(knex: Knex) {
  return new Gathered<
    {
      clusterId: string;
      kinds: readonly string[];
      namespaces: readonly string[];
    },
    FoundRecord
  >({
    knex,
    columns: ['cluster_id', 'kind', 'namespace'],
    rowsOf: ({ clusterId, kinds, namespaces }) =>
      kinds.flatMap(kind =>
        namespaces.map(namespace => ({
          ...{ cluster_id: clusterId, kind, namespace },
        })),
      ),
    sql: listed => `
      SELECT listed.question, record.id, record.record
      FROM ${listed} AS listed
      CROSS JOIN aks_records AS record
      WHERE record.cluster_id = listed.cluster_id AND record.kind = listed.kind
        AND record.namespace = listed.namespace
      ORDER BY record.id`,
  });
}

/** All of a kind. */
export function kindLookUp(knex: Knex) {
  return new Gathered<{ clusterId: string; kind: string }, FoundRecord>({
    knex,
    columns: ['cluster_id', 'kind'],
    rowsOf: ({ clusterId, kind }) => [{ cluster_id: clusterId, kind }],
    sql: listed => `
      SELECT listed.question, record.id, record.record
      FROM ${listed} AS listed
      CROSS JOIN aks_records AS record
      WHERE record.cluster_id = listed.cluster_id AND record.kind = listed.kind
      ORDER BY record.name`,
  });
}

/** By an edge to one of the targets. */
export function referrerLookUp(knex: Knex) {
  return new Gathered<
    { clusterId: string; relation: Relation; targets: readonly ObjectRef[] },
    FoundRecord
  >({
    knex,
    columns: ['cluster_id', 'relation', 'kind', 'namespace', 'name'],
    rowsOf: ({ clusterId, relation, targets }) =>
      targets.map(({ kind, namespace, name }) => ({
        ...{ cluster_id: clusterId, relation, kind, namespace, name },
      })),
    sql: listed => `
      SELECT listed.question, record.id, record.record
      FROM ${listed} AS listed
      CROSS JOIN aks_edges AS edge
      CROSS JOIN aks_records AS record
      WHERE edge.cluster_id = listed.cluster_id
        AND edge.to_kind = listed.kind AND edge.to_namespace = listed.namespace
        AND edge.to_name = listed.name AND edge.relation = listed.relation
        AND record.id = edge.record_id
      ORDER BY record.id`,
  });
}

/** By a selector that stands under one of the pairs. */
export function selectorLookUp(knex: Knex) {
  return new Gathered<
    {
      clusterId: string;
      targetKind: string;
      namespace: string;
      pairs: readonly string[];
    },
    FoundRecord & { selector: string }
  >({
    knex,
    columns: ['cluster_id', 'kind', 'namespace', 'pair'],
    rowsOf: ({ clusterId, targetKind, namespace, pairs }) =>
      pairs.map(pair => ({
        ...{ cluster_id: clusterId, kind: targetKind, namespace, pair },
      })),
    sql: listed => `
      SELECT listed.question, record.id, record.record, edge.selector
      FROM ${listed} AS listed
      CROSS JOIN aks_edges AS edge
      CROSS JOIN aks_records AS record
      WHERE edge.cluster_id = listed.cluster_id
        AND edge.to_kind = listed.kind AND edge.to_namespace = listed.namespace
        AND edge.to_pair = listed.pair
        AND record.id = edge.record_id
      ORDER BY record.id`,
  });
}

/** Versions of namespaces. */
export function versionLookUp(knex: Knex) {
  return new Gathered<
    { clusterId: string; namespaces: readonly string[] },
    { namespace: string; version: number | string }
  >({
    knex,
    columns: ['cluster_id', 'namespace'],
    rowsOf: ({ clusterId, namespaces }) =>
      namespaces.map(namespace => ({ cluster_id: clusterId, namespace })),
    sql: listed => `
      SELECT listed.question, versions.namespace, versions.version
      FROM ${listed} AS listed
      CROSS JOIN aks_namespace_versions AS versions
      WHERE versions.cluster_id = listed.cluster_id
        AND versions.namespace = listed.namespace`,
  });
}
