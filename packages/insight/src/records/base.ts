import { Labels } from '../labelSelector';

/**
 * Names one object of a cluster. `namespace` is empty for cluster-scoped kinds.
 *
 * @public
 */
export interface ObjectRef {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * The tool that keeps an object, where one does: changes belong at its source.
 *
 * @public
 */
export interface Manager {
  tool: 'argo-cd' | 'flux' | 'helm';
  /** Application, Kustomization, HelmRelease or release name. */
  name?: string;
}

/**
 * What every record carries. Times are ISO 8601 as the API server sent them.
 *
 * @public
 */
export interface RecordBase<Kind extends string> extends ObjectRef {
  kind: Kind;
  uid: string;
  labels: Labels;
  createdAt?: string;
  deletedAt?: string;
  /** What holds up its deletion; kept of an object that is being deleted. */
  finalizers?: string[];
  /** The controlling owner. */
  owner?: ObjectRef;
  manager?: Manager;
  /**
   * Set where the object was too large to be kept whole: no list or map of the
   * record has more entries than this, so absence from one proves nothing.
   */
  cutTo?: number;
}

/**
 * A status condition; its message is left out, as it may quote anything.
 *
 * @public
 */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  since?: string;
  /** True where it speaks of an older generation of the object. */
  outdated?: boolean;
  /** Ids of the known texts that its message contains. */
  signals?: string[];
}

/**
 * An address that a load balancer was given.
 *
 * @public
 */
export interface Address {
  ip?: string;
  hostname?: string;
}

/**
 * Amounts of resources by name, as Kubernetes writes them: `500m`, `2Gi`.
 *
 * @public
 */
export type Quantities = Readonly<Record<string, string>>;

/** @public */
export interface Taint {
  key: string;
  value?: string;
  effect: string;
}
