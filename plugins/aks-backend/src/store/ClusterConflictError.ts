/** Two declarations lead to one and the same cluster. */
export class ClusterConflictError extends Error {
  readonly name = 'ClusterConflictError';

  constructor(cluster: string, other: string) {
    super(
      `Cluster "${cluster}" is the same cluster as "${other}": both have the same kube-system namespace. Remove one of the two from the configuration`,
    );
  }
}
