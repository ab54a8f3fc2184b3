/**
 * Why a request to a cluster failed.
 *
 * - `refused`: no connection came about.
 * - `unresolved`: DNS does not know the host name.
 * - `lost`: the connection broke before the answer was whole.
 * - `timeout`: no connection, or no further byte, in time.
 * - `tls`: the server's certificate, or the client's, was not accepted.
 * - `credential`: there is nothing to sign in with, such as an absent file.
 * - `unauthorized`: the cluster does not know who asks.
 * - `forbidden`: the cluster knows who asks and does not allow it.
 * - `not-found`: what was asked for does not exist, or its kind is not served.
 * - `gone`: a resourceVersion or page is too old; list again.
 * - `throttled`: the cluster asks to come back later.
 * - `server`: any other refusal.
 * - `malformed`: the answer is not what the Kubernetes API sends.
 * - `aborted`: the caller gave up.
 *
 * @public
 */
export type ClusterErrorReason =
  | 'refused'
  | 'unresolved'
  | 'lost'
  | 'timeout'
  | 'tls'
  | 'credential'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'throttled'
  | 'server'
  | 'malformed'
  | 'aborted';

/**
 * A request to a cluster failed. The message is for people: what was tried, on
 * which cluster, as whom, what refused it and what to do. It never holds a
 * credential.
 *
 * @public
 */
export class ClusterError extends Error {
  readonly name = 'ClusterError';
  readonly reason: ClusterErrorReason;
  /** The HTTP status of an answer that refuses. */
  readonly status: number | undefined;
  /** How many milliseconds the cluster asks to wait, where it does. */
  readonly retryAfter: number | undefined;
  /**
   * Whether the cluster would have throttled any request, as API Priority and
   * Fairness does when too many are under way; not just those for one kind.
   */
  readonly overloaded: boolean;

  constructor(
    reason: ClusterErrorReason,
    message: string,
    options: {
      cause?: unknown;
      status?: number;
      retryAfter?: number;
      overloaded?: boolean;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.reason = reason;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
    this.overloaded = options.overloaded ?? false;
  }
}
