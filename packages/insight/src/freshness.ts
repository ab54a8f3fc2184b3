/**
 * Why a source is not current, in one word.
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
 * - `gone`: the cluster forgot the moment from which the portal would go on.
 * - `duplicate`: the cluster is declared under another name already.
 * - `store`: the portal could not keep what it read.
 * - `interrupted`: the portal itself stopped watching.
 *
 * @public
 */
export const unreadReasons = [
  'refused',
  'unresolved',
  'lost',
  'timeout',
  'tls',
  'credential',
  'unauthorized',
  'throttled',
  'server',
  'malformed',
  'gone',
  'duplicate',
  'store',
  'interrupted',
] as const;

/**
 * One of {@link unreadReasons}.
 *
 * @public
 */
export type UnreadReason = (typeof unreadReasons)[number];

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
  /** What is wrong, for people. */
  message?: string;
  /** What to do about it, and who. */
  remedy?: string;
  /** What exactly was tried and what refused it, in the words of the moment. */
  detail?: string;
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
