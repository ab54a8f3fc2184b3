/**
 * Why a source cannot be read, in one word.
 *
 * - `refused`: nothing accepts connections, or no route leads there.
 * - `unresolved`: DNS does not know the host name.
 * - `lost`: the connection broke.
 * - `timeout`: no connection or no answer in time.
 * - `tls`: the certificates do not fit.
 * - `credential`: the portal has nothing to sign in with.
 * - `unauthorized`: the cluster refused the token or client certificate.
 * - `throttled`: the cluster asks to come back later.
 * - `server`: the API server refused in another way.
 * - `malformed`: what answers is no API server.
 *
 * @public
 */
export type UnreadReason =
  | 'refused'
  | 'unresolved'
  | 'lost'
  | 'timeout'
  | 'tls'
  | 'credential'
  | 'unauthorized'
  | 'throttled'
  | 'server'
  | 'malformed';

/**
 * How current what is known of one source (a cluster, or a kind on a cluster)
 * is.
 *
 * - `live`: watched, nothing is missing.
 * - `stale`: known once, not confirmed since `since`.
 * - `forbidden`: the portal's identity may not read it.
 * - `absent`: the cluster does not serve it.
 * - `unreachable`: nothing was ever read, and the cluster does not answer or
 *   does not let the portal in; `reason` says which.
 * - `pending`: nothing was read yet, the first listing is under way.
 *
 * @public
 */
export interface Freshness {
  state: 'live' | 'stale' | 'forbidden' | 'absent' | 'unreachable' | 'pending';
  /** ISO 8601; from when on the state holds. */
  since?: string;
  /** Why, where it is `stale` or `unreachable` because of a failure. */
  reason?: UnreadReason;
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
