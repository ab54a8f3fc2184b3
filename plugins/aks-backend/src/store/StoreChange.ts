/** What a committed write changed. */
export type StoreChange =
  | {
      type: 'records';
      clusterId: string;
      /** Namespaces, and `/Kind` for cluster-scoped records of a kind. */
      scopes: readonly string[];
      sequence: number;
    }
  | {
      /** The fleet, or the freshness of a cluster or of one of its kinds. */
      type: 'freshness';
      clusterId: string;
    };
