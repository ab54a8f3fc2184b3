/** What a committed write changed. */
export type StoreChange =
  | {
      type: 'records';
      clusterId: string;
      /** The empty name stands for cluster-scoped records. */
      namespaces: readonly string[];
      sequence: number;
    }
  | {
      /** The fleet, or the freshness of a cluster or of one of its kinds. */
      type: 'freshness';
      clusterId: string;
    };
