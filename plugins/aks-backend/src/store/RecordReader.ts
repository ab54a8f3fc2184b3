import {
  KubernetesRecord,
  Labels,
  LabelSelector,
  ObjectRef,
  RecordKind,
  Relation,
} from '@backstage-aks/insight';
import { StoredCluster, StoredSource } from './ClusterStore';

/**
 * Kinds of which a namespace, or a cluster, has few, however many services it
 * has.
 */
export type FewKind =
  | 'ReferenceGrant'
  | 'ResourceQuota'
  | 'LimitRange'
  | 'Challenge'
  | 'ExternalDNS'
  | 'ClusterExternalDNS';

/**
 * Reads of what is stored. Every call is bounded by its arguments: none loads a
 * whole namespace or kind, except {@link RecordReader.namespaces}.
 */
export interface RecordReader {
  clusters(): Promise<StoredCluster[]>;
  sources(clusterIds: readonly string[]): Promise<StoredSource[]>;

  /** Records of the given kinds whose own labels match. */
  byLabels(query: {
    clusterId: string;
    kinds: readonly RecordKind[];
    selector: LabelSelector;
    /** Undefined: every namespace. */
    namespaces?: readonly string[];
  }): Promise<KubernetesRecord[]>;

  /** The named records that exist. */
  byRefs(
    clusterId: string,
    refs: readonly ObjectRef[],
  ): Promise<KubernetesRecord[]>;

  /** Records with an edge of this relation to one of the named objects. */
  referrers(
    clusterId: string,
    relation: Relation,
    targets: readonly ObjectRef[],
  ): Promise<KubernetesRecord[]>;

  /**
   * Records whose selector edge to `targetKind` matches any of these label
   * sets, such as the Services that would select a pod template's pods.
   */
  selecting(query: {
    clusterId: string;
    targetKind: RecordKind;
    namespace: string;
    labels: readonly Labels[];
  }): Promise<KubernetesRecord[]>;

  /** Every record of a kind on a cluster that is few by nature. */
  all(
    clusterId: string,
    kind: 'IngressClass' | 'GatewayClass',
  ): Promise<KubernetesRecord[]>;

  /**
   * Every record of these kinds in the namespaces; the empty name stands for what
   * is cluster-scoped.
   */
  few(query: {
    clusterId: string;
    kinds: readonly FewKind[];
    namespaces: readonly string[];
  }): Promise<KubernetesRecord[]>;

  /** Namespace records of a cluster, for permissions and counts. */
  namespaces(clusterId: string): Promise<KubernetesRecord[]>;

  /**
   * Versions of the named namespaces of a cluster; the empty name stands for
   * cluster-scoped records. A namespace that never changed has version 0.
   */
  versions(
    clusterId: string,
    namespaces: readonly string[],
  ): Promise<Map<string, number>>;

  /** The newest change sequence of the whole store. */
  sequence(): Promise<number>;

  /** Which namespaces changed after a sequence, oldest first. */
  changesSince(
    sequence: number,
  ): Promise<{ sequence: number; clusterId: string; namespace: string }[]>;
}
