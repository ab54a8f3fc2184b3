import { SourceFreshness } from './sourceGaps';

/** Sources that are in the same trouble, which is told once for all of them. */
export interface SharedTrouble<Source> {
  /** That of the first of them; of each the state, reason and words are the same. */
  freshness: SourceFreshness;
  sources: Source[];
}

/** Gathers the sources for which the same is to be told, in their order. */
export function foldTroubles<Source extends { freshness: SourceFreshness }>(
  sources: readonly Source[],
): SharedTrouble<Source>[] {
  const troubles = new Map<string, SharedTrouble<Source>>();
  for (const source of sources) {
    const { freshness } = source;
    const { state, reason, message, remedy } = freshness;
    const key = JSON.stringify([state, reason, message, remedy]);
    const trouble = troubles.get(key) ?? { freshness, sources: [] };
    trouble.sources.push(source);
    troubles.set(key, trouble);
  }
  return [...troubles.values()];
}
