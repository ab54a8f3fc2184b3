import { Freshness } from '@backstage-aks/insight';
import { StoredCluster, StoredSource } from './ClusterStore';
import { ServedCluster } from './RecordReader';

/** PostgreSQL's driver returns a bigint as text. */
export type BigInteger = number | string;

export interface ClusterRow {
  id: string;
  slug: string;
  origin: string;
  name: string;
  environment: string;
  kubernetes_version: string | null;
  freshness: string;
  confirmed_at: BigInteger | null;
  lease_holder: string | null;
  lease_epoch: BigInteger;
  lease_until: BigInteger;
  next_try_at: BigInteger | null;
  forgotten_at: BigInteger | null;
  sources_mark: string;
}

export interface SourceRow {
  cluster_id: string;
  kind: string;
  projection: string | null;
  resource_version: string | null;
  freshness: string;
  confirmed_at: BigInteger | null;
  records: number;
  malformed: number;
  lists: number;
  last_error: string | null;
  next_try_at: BigInteger | null;
}

export interface RecordRow {
  id: number;
  cluster_id: string;
  kind: string;
  namespace: string;
  name: string;
  record_digest: string;
  index_digest: string;
  record: string;
}

export interface EdgeRow {
  record_id: number;
  cluster_id: string;
  relation: string;
  to_kind: string;
  to_namespace: string;
  to_name: string | null;
  to_pair: string | null;
  selector: string | null;
}

export interface LabelRow {
  record_id: number;
  cluster_id: string;
  kind: string;
  namespace: string;
  key: string;
  value: string;
}

export interface HostRow {
  record_id: number;
  cluster_id: string;
  kind: string;
  namespace: string;
  name: string;
  host: string;
  any_host: number;
  class_name: string | null;
}

export interface AddressRow {
  record_id: number;
  cluster_id: string;
  kind: string;
  address: string;
}

export interface NamespaceVersionRow {
  cluster_id: string;
  namespace: string;
  version: BigInteger;
}

/** Freshness as it was, once nobody keeps it current any more. */
export function interrupted(
  freshness: Freshness,
  confirmedAt: BigInteger | null,
): Freshness {
  if (freshness.state !== 'live') {
    return freshness;
  }
  return {
    state: 'stale',
    ...(confirmedAt !== null && {
      since: new Date(Number(confirmedAt)).toISOString(),
    }),
    reason: 'interrupted',
    message: 'The portal stopped watching then and has not caught up yet',
  };
}

export function toStoredCluster(row: ClusterRow, now: number): StoredCluster {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    environment: row.environment,
    ...(row.kubernetes_version && {
      kubernetesVersion: row.kubernetes_version,
    }),
    freshness: freshnessAt(row, row.lease_until, now),
    ...(row.lease_holder &&
      Number(row.lease_until) >= now && { holder: row.lease_holder }),
    ...nextTryOf(row, row.lease_until, now),
  };
}

export function toServedCluster(row: ClusterRow, now: number): ServedCluster {
  return {
    ...toStoredCluster(row, now),
    sourcesMark: sourcesMarkOf(row, now),
  };
}

/** What of a cluster's row says whether its sources can be live. */
export type LeaseOfRow = Pick<ClusterRow, 'lease_until' | 'sources_mark'>;

export function sourcesMarkOf(row: LeaseOfRow, now: number): string {
  // Without a lease nothing is live, whatever was said last.
  const held = Number(row.lease_until) >= now;
  return held ? row.sources_mark : `${row.sources_mark} unheld`;
}

export function toStoredSource(
  row: SourceRow,
  leaseUntil: BigInteger,
  now: number,
): StoredSource {
  return {
    clusterId: row.cluster_id,
    kind: row.kind,
    ...(row.resource_version && { resourceVersion: row.resource_version }),
    freshness: freshnessAt(row, leaseUntil, now),
    records: row.records,
    malformed: row.malformed,
    lists: row.lists,
    ...(row.last_error && { lastError: JSON.parse(row.last_error) }),
    ...nextTryOf(row, leaseUntil, now),
  };
}

/** Nobody tries again what nobody collects. */
function nextTryOf(
  row: { next_try_at: BigInteger | null },
  leaseUntil: BigInteger,
  now: number,
): { nextTryAt?: string } {
  return row.next_try_at === null || Number(leaseUntil) < now
    ? {}
    : { nextTryAt: new Date(Number(row.next_try_at)).toISOString() };
}

/** A source is only live while somebody holds the lease of its cluster. */
function freshnessAt(
  row: { freshness: string; confirmed_at: BigInteger | null },
  leaseUntil: BigInteger,
  now: number,
): Freshness {
  const freshness: Freshness = JSON.parse(row.freshness);
  return Number(leaseUntil) < now
    ? interrupted(freshness, row.confirmed_at)
    : freshness;
}
