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

/** Under which names traffic comes in. */
export interface Names {
  hosts: readonly string[];
  addresses: readonly string[];
}

/** A cluster as views see it. */
export interface ServedCluster extends StoredCluster {
  /** Another text whenever the freshness of one of its kinds may be another. */
  sourcesMark: string;
}

/** A source as views see it, with the mark of its cluster when it was read. */
export interface ServedSource
  extends StoredSource,
    Pick<ServedCluster, 'sourcesMark'> {}

/**
 * Reads of what is stored. Every call is bounded by its arguments: none loads a
 * whole namespace or kind, except {@link RecordReader.namespaces}.
 */
export interface RecordReader {
  clusters(): Promise<ServedCluster[]>;
  sources(clusterIds: readonly string[]): Promise<ServedSource[]>;

  /** Records of the given kinds whose own labels match. */
  byLabels(query: {
    clusterId: string;
    kinds: readonly RecordKind[];
    selector: LabelSelector;
    /** Undefined: every namespace. */
    namespaces?: readonly string[];
  }): Promise<KubernetesRecord[]>;

  /** Where {@link RecordReader.byLabels} finds records, each namespace once. */
  namespacesByLabels(query: {
    clusterId: string;
    kinds: readonly RecordKind[];
    selector: LabelSelector;
  }): Promise<string[]>;

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

  /** Services of type LoadBalancer that hold one of these addresses. */
  holding(
    clusterId: string,
    addresses: readonly string[],
  ): Promise<KubernetesRecord[]>;

  /** Ingresses that claim one of these host names, in any namespace. */
  claiming(
    clusterId: string,
    hosts: readonly string[],
  ): Promise<KubernetesRecord[]>;

  /**
   * Namespaces in which an Ingress claims, or a load balancer's Service holds,
   * one of these names.
   */
  namespacesOf(clusterId: string, names: Names): Promise<string[]>;

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
   * Versions of namespaces of a cluster, and of its cluster-scoped records by
   * kind (see `clusterScope`). What never changed has version 0.
   */
  versions(
    clusterId: string,
    scopes: readonly string[],
  ): Promise<Map<string, number>>;

  /** The newest change sequence of the whole store. */
  sequence(): Promise<number>;

  /** Which namespaces changed after a sequence, oldest first. */
  changesSince(
    sequence: number,
  ): Promise<{ sequence: number; clusterId: string; namespace: string }[]>;
}
