import { Source } from '@backstage-aks/plugin-aks-common';
import { Access } from '../../permissions/Access';
import { tellableFreshness } from '../tellableFreshness';
import { JudgedCluster } from './HostJudge';

// Without these, hosts cannot be found; what they lead to says so by itself.
const OPENING_KINDS: ReadonlySet<string> = new Set([
  'Ingress',
  'Service',
  'Gateway',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
]);

// A verdict on what is known of these only as it was does not say so by itself.
const PATH_KINDS: ReadonlySet<string> = new Set([
  ...OPENING_KINDS,
  'ListenerSet',
  'EndpointSlice',
  'Pod',
]);

/** What a reader of the list of hosts is told of how well a cluster is known. */
export function hostSource(
  { rights, sources }: JudgedCluster,
  access: Access,
): Source {
  const { slug, name, environment, freshness: whole } = rights.cluster;
  return {
    cluster: { slug, name, environment },
    freshness: tellableFreshness(whole, access),
    kinds: [...sources.freshness]
      .map(([kind, its]) => ({ kind, freshness: its }))
      .filter(({ kind, freshness: { state } }) => isTold(kind, state)),
  };
}

function isTold(kind: string, state: Source['freshness']['state']): boolean {
  if (state === 'stale') {
    return PATH_KINDS.has(kind);
  }
  // A cluster without the Gateway API lacks nothing.
  return OPENING_KINDS.has(kind) && state !== 'live' && state !== 'absent';
}
