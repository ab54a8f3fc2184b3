import { Source } from '@backstage-aks/plugin-aks-common';

/** How well one source is known. */
export type SourceFreshness = Source['freshness'];

/** A cluster, or one kind of objects on it, that is not known as it is now. */
export interface SourceGap {
  cluster: string;
  /** Undefined: the cluster as a whole. */
  kind?: string;
  freshness: SourceFreshness;
}

/**
 * What the sources of a view cannot say. A cluster that is unknown as a whole
 * counts once, not once more for each of its kinds.
 */
export function sourceGaps(sources: Source[]): SourceGap[] {
  return sources.flatMap(({ cluster, freshness, kinds }) =>
    freshness.state === 'live'
      ? kinds
          .filter(kind => kind.freshness.state !== 'live')
          .map(kind => ({ cluster: cluster.name, ...kind }))
      : [{ cluster: cluster.name, freshness }],
  );
}
