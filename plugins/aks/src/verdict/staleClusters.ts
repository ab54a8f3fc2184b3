import { ClusterRef, Source } from '@backstage-aks/plugin-aks-common';

/** Of when something is that is not known as it is now; not always known. */
export interface AsOf {
  /** The moment since which nothing was confirmed. */
  moment?: number;
  /** Whether some of it is known as it is now. */
  partly?: boolean;
}

/** What of each cluster is not known as it is now, by the clusters' slugs. */
export type StaleClusters = ReadonlyMap<string, readonly StalePart[]>;

interface StalePart {
  /** Absent where it is the cluster as a whole. */
  kind?: string;
  since: AsOf;
}

/** As much of a way in as tells what it is made of. */
interface WayIn {
  cluster: Pick<ClusterRef, 'slug'>;
  route: { kind: string };
}

// What counts for a path from a host name to its pods, whatever opens it.
const SHARED_KINDS: ReadonlySet<string> = new Set([
  'Ingress',
  'Service',
  'EndpointSlice',
  'Pod',
]);

const GATEWAY_KINDS: ReadonlySet<string> = new Set([
  'Gateway',
  'ListenerSet',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
]);

/**
 * The clusters of which what a view says of ways in is not of now: those that the
 * portal lost touch with, as a whole or for one of the kinds on the way.
 */
export function staleClusters(sources: readonly Source[]): StaleClusters {
  return new Map(
    sources.map(({ cluster, freshness, kinds }) => [
      cluster.slug,
      [{ kind: undefined, freshness }, ...kinds]
        .filter(part => part.freshness.state === 'stale')
        .map(part => ({ kind: part.kind, since: momentOf(part.freshness) })),
    ]),
  );
}

/** Of when a verdict on a way in is; undefined where it is of now. */
export function asOf(
  { cluster, route }: WayIn,
  stale: StaleClusters,
): AsOf | undefined {
  const parts = (stale.get(cluster.slug) ?? []).filter(
    ({ kind }) => kind === undefined || isOnPath(kind, route.kind),
  );
  return parts.length > 0
    ? earliest(parts.map(({ since }) => since))
    : undefined;
}

/** Of when a verdict over several ways in is; undefined where it is of now. */
export function asOfAll(
  ways: readonly WayIn[],
  stale: StaleClusters,
): AsOf | undefined {
  const found = ways.flatMap(way => asOf(way, stale) ?? []);
  return found.length > 0
    ? { ...earliest(found), partly: found.length < ways.length }
    : undefined;
}

// The path of an Ingress, or of a Service that lets traffic in, has no Gateway.
function isOnPath(kind: string, routeKind: string): boolean {
  return (
    SHARED_KINDS.has(kind) ||
    (GATEWAY_KINDS.has(kind) && GATEWAY_KINDS.has(routeKind))
  );
}

function momentOf({ since }: { since?: string }): AsOf {
  return since ? { moment: Date.parse(since) } : {};
}

function earliest(all: readonly AsOf[]): AsOf {
  const moments = all.flatMap(({ moment }) => moment ?? []);
  return moments.length > 0 ? { moment: Math.min(...moments) } : {};
}
