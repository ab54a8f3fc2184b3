/**
 * How current what is known of one source (a cluster, or a kind on a cluster)
 * is.
 *
 * - `live`: watched, nothing is missing.
 * - `stale`: known once, not confirmed since `since`.
 * - `forbidden`: the portal's identity may not read it.
 * - `absent`: the cluster does not serve it.
 * - `unreachable`: nothing was ever read, and the cluster does not answer.
 * - `pending`: nothing was read yet, the first listing is under way.
 *
 * @public
 */
export interface Freshness {
  state: 'live' | 'stale' | 'forbidden' | 'absent' | 'unreachable' | 'pending';
  /** ISO 8601; from when on the state holds. */
  since?: string;
  /** What was tried, what refused it and what to do, for people. */
  message?: string;
}

/**
 * Whether records of a source with this freshness may carry a verdict. Stale
 * records still do: the view says beside it how old they are.
 *
 * @public
 */
export function isKnown(freshness: Freshness): boolean {
  return freshness.state === 'live' || freshness.state === 'stale';
}
