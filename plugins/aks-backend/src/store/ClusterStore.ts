import {
  Freshness,
  KindDescriptor,
  ObjectRef,
  Projection,
} from '@backstage-aks/insight';

/**
 * A cluster as the store knows it. The id is the uid of the cluster's
 * `kube-system` namespace, so a cluster rebuilt under the same address is
 * another cluster.
 */
export interface StoredCluster {
  id: string;
  slug: string;
  name: string;
  environment: string;
  kubernetesVersion?: string;
  freshness: Freshness;
}

/** What is stored about one kind of one cluster. */
export interface StoredSource {
  clusterId: string;
  kind: string;
  projectionVersion: number;
  /** Where a watch may resume; absent while a first listing is not complete. */
  resourceVersion?: string;
  freshness: Freshness;
  records: number;
  malformed: number;
  lists: number;
  lastError?: { at: string; message: string };
}

/** Changes to one kind, and the resourceVersion that they reach. */
export interface Batch {
  upserts: Projection[];
  deletions: ObjectRef[];
  malformed?: number;
  /** Committed together with the changes. */
  resourceVersion?: string;
}

/**
 * A listing under way. What it has not seen when it completes is deleted; an
 * abandoned listing deletes nothing.
 */
export interface Listing {
  add(batch: Batch): Promise<void>;
  complete(resourceVersion: string): Promise<void>;
}

/**
 * The one door through which a collector writes what it learned about its
 * cluster. It holds the cluster's lease; every write fails with a
 * `LeaseLostError` once another holder has it.
 */
export interface ClusterWriter {
  readonly cluster: StoredCluster;
  source(kind: KindDescriptor): Promise<StoredSource | undefined>;
  beginListing(kind: KindDescriptor): Promise<Listing>;
  apply(kind: KindDescriptor, batch: Batch): Promise<void>;
  setKindFreshness(
    kind: KindDescriptor,
    freshness: Freshness,
    error?: string,
  ): Promise<void>;
  setClusterFreshness(freshness: Freshness, error?: string): Promise<void>;
  release(): Promise<void>;
}
