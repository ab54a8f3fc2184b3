import { Freshness } from '@backstage-aks/insight';

/**
 * How well a kind is known, given how well its cluster is. Where the cluster
 * itself cannot be read, that is why none of its kinds can: what each of them met
 * last, such as the portal's own restart, would only point at another remedy.
 */
export function withinCluster(kind: Freshness, cluster: Freshness): Freshness {
  const isExplained =
    isUnread(kind) &&
    isUnread(cluster) &&
    cluster.reason !== undefined &&
    // That the portal stopped is no word on what each kind met before.
    cluster.reason !== 'interrupted' &&
    cluster.reason !== kind.reason;
  if (!isExplained) {
    return kind;
  }
  const { state, since } = kind;
  const { reason, message } = cluster;
  return {
    state,
    ...(since && { since }),
    reason,
    ...(message && { message }),
  };
}

function isUnread({ state }: Freshness): boolean {
  return state === 'stale' || state === 'unreachable';
}
