/**
 * Which requests a fault hits. What is left out does not matter.
 *
 * @public
 */
export interface FaultMatch {
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, … */
  verb?: string;
  /** The plural, such as `pods`. */
  resource?: string;
  group?: string;
  namespace?: string;
  /** The beginning of the path, for requests that address no resource. */
  path?: string;
  /** The bearer token that the request carries. */
  token?: string;
}

/**
 * What goes wrong with a request.
 *
 * - `refuse`: the server does not listen; with a match, a number of times or a
 *   probability it accepts such requests and resets their connections.
 * - `hang`: the request is read and never answered.
 * - `delay`: the answer comes late, by milliseconds.
 * - `status`: an error answer; 429 and 503 may say when to try again.
 * - `truncate`: the body breaks off although the answer claims to be complete.
 * - `malformed`: the body is no JSON.
 * - `reset`: the connection breaks in the middle of the body.
 * - `drip`: the body arrives a few bytes at a time.
 * - `cutWatch`: a watch ends after some events.
 * - `compact`: the server forgets the past before it answers, so that watches
 *   and pages that go on from an older resourceVersion are answered with 410.
 * - `withoutMetadata`: a list or watch contains an object that has no metadata.
 * - `clockSkew`: the server's clock is ahead, or behind if negative; the match
 *   does not matter.
 *
 * Of a watch, `truncate`, `malformed` and `reset` hit the first event.
 *
 * A token that expired is `status` 401 with a match for that token.
 *
 * @public
 */
export type Fault =
  | { type: 'refuse' }
  | { type: 'hang' }
  | { type: 'delay'; milliseconds: number }
  | {
      type: 'status';
      code: 401 | 403 | 404 | 410 | 429 | 500 | 503;
      retryAfterSeconds?: number;
    }
  | { type: 'truncate' }
  | { type: 'malformed' }
  | { type: 'reset' }
  | { type: 'drip'; bytesPerSecond: number }
  | { type: 'cutWatch'; afterEvents?: number }
  | { type: 'compact' }
  | { type: 'withoutMetadata' }
  | { type: 'clockSkew'; milliseconds: number };

/**
 * A fault with when it happens.
 *
 * @public
 */
export interface FaultRule {
  match?: FaultMatch;
  fault: Fault;
  /** How many requests it hits; without it, all until it is removed. */
  times?: number;
  /** The share of matching requests it hits, 0 to 1, drawn from the seed. */
  probability?: number;
  /** How long it stays, in milliseconds; without it, until it is removed. */
  lasts?: number;
}

/**
 * A fault as a list shows it.
 *
 * @public
 */
export interface FaultState {
  id: number;
  rule: FaultRule;
  hits: number;
}

/**
 * A fault that is in place.
 *
 * @public
 */
export interface FaultHandle {
  /** How many requests it has hit. */
  readonly hits: number;
  /** Ends the fault; resolves when a closed server listens again. */
  remove(): Promise<void>;
}
