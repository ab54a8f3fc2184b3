import { ClusterRef, Source } from '@backstage-aks/plugin-aks-common';

/** Of when something is that is not known as it is now; not always known. */
export interface AsOf {
  /** The moment since which nothing was confirmed. */
  moment?: number;
  /** Whether some of it is known as it is now. */
  partly?: boolean;
}

/** Clusters that are not known as they are now, by their slugs. */
export type StaleClusters = ReadonlyMap<string, AsOf>;

// What a path from a host name to its pods is made of.
const PATH_KINDS: ReadonlySet<string> = new Set([
  'Ingress',
  'Gateway',
  'ListenerSet',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'Service',
  'EndpointSlice',
  'Pod',
]);

/**
 * The clusters of which what a view says of ways in is not of now: those that the
 * portal lost touch with, as a whole or for one of the kinds on the way.
 */
export function staleClusters(sources: readonly Source[]): StaleClusters {
  return new Map(
    sources.flatMap(({ cluster, freshness, kinds }) => {
      const stale = [
        freshness,
        ...kinds
          .filter(({ kind }) => PATH_KINDS.has(kind))
          .map(kind => kind.freshness),
      ].filter(({ state }) => state === 'stale');
      return stale.length > 0
        ? [[cluster.slug, earliest(stale.map(momentOf))] as const]
        : [];
    }),
  );
}

/** Of when a verdict over several ways in is; undefined where it is of now. */
export function asOfAll(
  ways: readonly { cluster: ClusterRef }[],
  stale: StaleClusters,
): AsOf | undefined {
  const found = ways.flatMap(({ cluster }) => stale.get(cluster.slug) ?? []);
  return found.length > 0
    ? { ...earliest(found), partly: found.length < ways.length }
    : undefined;
}

function momentOf({ since }: { since?: string }): AsOf {
  return since ? { moment: Date.parse(since) } : {};
}

function earliest(all: readonly AsOf[]): AsOf {
  const moments = all.flatMap(({ moment }) => moment ?? []);
  return moments.length > 0 ? { moment: Math.min(...moments) } : {};
}
