import { hash } from 'node:crypto';
import { KubernetesRecord, Projection } from '@backstage-aks/insight';
import { addressRows, hostFacts, hostRows } from './hostRows';
import { edgeRows, labelRows } from './indexRows';
import { storable } from './storable';

/**
 * Projections of one kind as statements take them, each object once. It is all
 * text, so that it passes from thread to thread at next to no cost.
 */
export interface PreparedRecords {
  refs: readonly { namespace: string; name: string }[];
  /** JSON: name, digests and text of each record. */
  records: string;
  /**
   * JSON, by table: what is indexed of the records. A row's `record_id` is the
   * place of its record in the list, as long as it has no id.
   */
  indexes: Record<IndexTable, string>;
}

/** A table of what is indexed of records, which are found by their row ids. */
export type IndexTable =
  | 'aks_edges'
  | 'aks_labels'
  | 'aks_hosts'
  | 'aks_addresses';

/** Prepares projections; of several of one object the last one counts. */
export function prepareRecords(
  projections: readonly Projection[],
): PreparedRecords {
  const distinct = new Map(
    projections.map(projection => {
      const ref = refOf(projection);
      return [keyOf(ref), { ref, projection }];
    }),
  );
  const kept = [...distinct.values()];
  const indexed = (
    rows: (projection: Projection, place: number) => readonly object[],
  ) =>
    JSON.stringify(
      kept.flatMap(({ projection }, place) => rows(projection, place)),
    );
  return {
    refs: kept.map(({ ref }) => ref),
    records: JSON.stringify(
      kept.map(({ ref, projection }) => ({ ...ref, ...digested(projection) })),
    ),
    indexes: {
      aks_edges: indexed(({ edges }, place) => edgeRows(place, '', edges)),
      aks_labels: indexed(({ record }, place) => labelRows(place, '', record)),
      aks_hosts: indexed(({ record }, place) => hostRows(place, '', record)),
      aks_addresses: indexed(({ record }, place) =>
        addressRows(place, '', record),
      ),
    },
  };
}

/** One text for the name of an object whose kind is known. */
export function keyOf(ref: { namespace: string; name: string }): string {
  return `${ref.namespace}/${ref.name}`;
}

function refOf({ record }: Projection) {
  return { namespace: storable(record.namespace), name: storable(record.name) };
}

/** What is not as it was is written again: the record, or what is indexed of it. */
function digested({ record, edges }: Projection) {
  const text = JSON.stringify(record);
  return {
    record_digest: digest(text),
    index_digest: digest(JSON.stringify([edges, ...indexedFacts(record)])),
    record: text,
  };
}

function indexedFacts(record: KubernetesRecord): unknown[] {
  return [record.labels, ...hostFacts(record)];
}

function digest(text: string): string {
  return hash('sha256', text, 'base64');
}
