import {
  Freshness,
  KindDescriptor,
  ObjectRef,
  Projection,
} from '@backstage-aks/insight';
import { PreparedRecords } from './prepareRecords';
import { StoreChange } from './StoreChange';

/**
 * A cluster as the store knows it. The id is the uid of the cluster's
 * `kube-system` namespace, so a cluster rebuilt under the same address is
 * another cluster. A declared cluster that never answered has a placeholder
 * for an id.
 */
export interface StoredCluster {
  id: string;
  slug: string;
  name: string;
  environment: string;
  kubernetesVersion?: string;
  freshness: Freshness;
  /** Which process collects it; undefined while none does. */
  holder?: string;
  /** ISO 8601; when its collector tries again what failed. */
  nextTryAt?: string;
}

/** What is stored about one kind of one cluster. */
export interface StoredSource {
  clusterId: string;
  kind: string;
  /** Where a watch may resume; absent while a first listing is not complete. */
  resourceVersion?: string;
  freshness: Freshness;
  records: number;
  malformed: number;
  lists: number;
  lastError?: { at: string; message: string };
  /** ISO 8601; when its collector tries again what failed. */
  nextTryAt?: string;
}

/** That something could not be read. */
export interface ReadFailure {
  message: string;
  /** ISO 8601; when that is tried again, where this is known. */
  nextTryAt?: string;
}

/** A cluster that something, such as the configuration, says exists. */
export interface ClusterDeclaration {
  /** Unique and lasting, such as `config:production-weu`. */
  origin: string;
  name: string;
  environment: string;
}

/** Who a cluster says it is. */
export interface ClusterIdentity {
  /** Uid of the `kube-system` namespace. */
  uid: string;
  kubernetesVersion?: string;
}

/** Changes to one kind, and the resourceVersion that they reach. */
export interface Batch {
  upserts: readonly Projection[];
  deletions: readonly ObjectRef[];
  /** Objects that could not be projected. */
  malformed?: number;
  /** Committed together with the changes. */
  resourceVersion?: string;
}

/** Some of the objects of a listing. */
export interface ListedObjects {
  upserts: readonly Projection[] | PreparedRecords;
  /** Objects that could not be projected. */
  malformed?: number;
}

/**
 * A listing under way. What it has not seen when it completes is deleted; an
 * abandoned listing deletes nothing.
 */
export interface Listing {
  add(batch: ListedObjects): Promise<void>;
  complete(resourceVersion: string): Promise<void>;
}

/**
 * The one door through which a collector writes what it learned about its
 * cluster. It holds the cluster's lease; every write fails with a
 * `LeaseLostError` once another holder has it.
 */
export interface ClusterWriter {
  readonly cluster: StoredCluster;
  /**
   * Says which cluster answers. Another one than before takes the place of the
   * old, whose records are no longer served.
   *
   * @throws ClusterConflictError when that cluster is already declared under
   * another name.
   */
  identify(identity: ClusterIdentity): Promise<void>;
  /** Forgets every kind but these, with its records. */
  retainKinds(kinds: readonly string[]): Promise<void>;
  source(kind: KindDescriptor): Promise<StoredSource | undefined>;
  beginListing(kind: KindDescriptor): Promise<Listing>;
  apply(kind: KindDescriptor, batch: Batch): Promise<void>;
  /** A failure is kept as the kind's newest one. */
  setKindFreshness(
    kind: KindDescriptor,
    freshness: Freshness,
    failure?: ReadFailure,
  ): Promise<void>;
  /** Keeps a failure that does not change the kind's freshness. */
  noteKindFailure(kind: KindDescriptor, failure: ReadFailure): Promise<void>;
  setClusterFreshness(freshness: Freshness): Promise<void>;
  /** Keeps when the cluster as a whole is tried again; ISO 8601. */
  noteNextTry(at: string): Promise<void>;
  /**
   * Keeps the lease, and notes that the cluster (when `answering`) and the
   * named kinds were current until now.
   */
  renew(confirmed: {
    answering: boolean;
    kinds: readonly string[];
  }): Promise<void>;
  release(): Promise<void>;
}

/** The write side of the store. */
export interface ClusterStore {
  /**
   * Takes the lease of a declared cluster. What was live becomes stale since
   * it was last confirmed, until the new holder says otherwise. Undefined
   * while another replica holds the lease.
   */
  openCluster(
    declaration: ClusterDeclaration,
  ): Promise<ClusterWriter | undefined>;
  /**
   * Forgets every cluster of another origin than these: it is not served, until
   * it is opened again.
   */
  retainClusters(origins: readonly string[]): Promise<void>;
  /**
   * Deletes, in small steps, clusters that were forgotten for longer than they
   * are kept and that nobody collects.
   */
  purgeForgotten(signal?: AbortSignal): Promise<void>;
  /** Deletes, in small steps, all that was kept for as long as it is to be. */
  applyRetention(signal?: AbortSignal): Promise<void>;
  /** Calls after each commit; returns how to stop that. */
  onChange(listener: (change: StoreChange) => void): () => void;
}
