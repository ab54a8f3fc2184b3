import { Source } from '@backstage-aks/plugin-aks-common';

const MOST = 10;

/**
 * What is not known as it is now, a few words each, such as `weu: stale`. Clusters
 * on which the service is known not to be are left out.
 */
export function notCurrent(sources: readonly Source[]): string[] {
  return sources
    .filter(({ service }) => service !== 'not-found')
    .flatMap(gapsOf)
    .slice(0, MOST);
}

// A cluster that is not known as a whole counts once, as it does on pages.
function gapsOf({ cluster, freshness, kinds }: Source): string[] {
  return freshness.state === 'live'
    ? kinds
        .filter(kind => kind.freshness.state !== 'absent')
        .map(kind => `${kind.kind} on ${cluster.name}: ${kind.freshness.state}`)
    : [`${cluster.name}: ${freshness.state}`];
}
