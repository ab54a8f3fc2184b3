import { Freshness } from '@backstage-aks/insight';
import { LRUCache } from 'lru-cache';
import { Access } from '../permissions/Access';
import { StoredSource } from '../store/ClusterStore';
import { RecordReader, ServedCluster } from '../store/RecordReader';
import { digest } from './digest';
import { tellableFreshness } from './tellableFreshness';
import { withinCluster } from './withinCluster';

/** How well the kinds of a cluster are known, as a caller may be told. */
export interface ToldSources {
  /** By kind, in alphabetical order. */
  freshness: ReadonlyMap<string, Freshness>;
  /** The same text for the same freshness. */
  digest: string;
}

/** Of a cluster of which no kind is known yet. */
export const NO_SOURCES: ToldSources = { freshness: new Map(), digest: '' };

// More clusters than a portal has are read again, and nothing is wrong.
const KEPT_CLUSTERS = 2_000;

/**
 * What is known of each kind of each cluster. Half a hundred kinds of each of
 * many clusters would be most of what a view reads, and it is the same for
 * hours: it is kept for as long as the cluster's mark stays.
 */
export class SourceStates {
  readonly #reader: RecordReader;
  readonly #kept = new LRUCache<string, ToldSources>({
    // For those who are told everything, and for the others.
    max: 2 * KEPT_CLUSTERS,
  });

  constructor(options: { reader: RecordReader }) {
    this.#reader = options.reader;
  }

  /** @returns By the clusters' ids. */
  async of(
    clusters: readonly ServedCluster[],
    access: Access,
  ): Promise<ReadonlyMap<string, ToldSources>> {
    const told = new Map<string, ToldSources>();
    const unknown: ServedCluster[] = [];
    for (const cluster of clusters) {
      const kept = this.#kept.get(keyOf(cluster, access));
      if (kept) {
        told.set(cluster.id, kept);
      } else {
        unknown.push(cluster);
      }
    }
    if (unknown.length > 0) {
      const sources = await this.#reader.sources(unknown.map(({ id }) => id));
      for (const cluster of unknown) {
        const its = tell(
          sources.filter(({ clusterId }) => clusterId === cluster.id),
          cluster.freshness,
          access,
        );
        told.set(cluster.id, its);
        // Under the mark that was read along with it, which may be a newer one.
        const read = sources.find(({ clusterId }) => clusterId === cluster.id);
        if (read) {
          const { sourcesMark } = read;
          this.#kept.set(keyOf({ ...cluster, sourcesMark }, access), its);
        }
      }
    }
    return told;
  }
}

// What is told of a kind hangs on its cluster as well, whose own state has no part
// in the mark.
function keyOf(
  { id, sourcesMark, freshness }: ServedCluster,
  access: Access,
): string {
  const { state, reason = '', message = '' } = freshness;
  return [
    access.mayReadEveryNamespace,
    id,
    sourcesMark,
    state,
    reason,
    message,
  ].join(' ');
}

function tell(
  sources: readonly StoredSource[],
  ofCluster: Freshness,
  access: Access,
): ToldSources {
  const freshness = sources.map(({ kind, freshness: its }) => {
    const told = tellableFreshness(withinCluster(its, ofCluster), access);
    return [kind, told] as const;
  });
  return { freshness: new Map(freshness), digest: digest(freshness) };
}
