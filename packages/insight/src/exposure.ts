import { IngressStack } from './exposures/ingressStack';
import { Address, ObjectRef } from './records/base';

/**
 * How one thing stands. `unknown` is never shown as good or bad.
 *
 * @public
 */
export type Verdict = 'ok' | 'warning' | 'broken' | 'unknown';

/**
 * The links of an exposure, from the outside to the pods.
 *
 * @public
 */
export type HopKind =
  | 'upstream'
  | 'address'
  | 'listener'
  | 'route'
  | 'service'
  | 'endpoints'
  | 'pods';

/**
 * What an object says that led to a verdict.
 *
 * @public
 */
export interface Evidence {
  object: ObjectRef;
  /** The field's path, such as `spec.ports[0].targetPort`. */
  field: string;
  value: string;
}

/**
 * What to do about a fault.
 *
 * @public
 */
export interface Remedy {
  text: string;
  /** One shell line with the real names, escaped. */
  command?: string;
}

/**
 * How much a finding weighs: an `error` breaks its hop, a `warning` marks it, an
 * `info` is worth knowing and leaves the hop `ok`.
 *
 * @public
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * What a rule has to say about a hop.
 *
 * @public
 */
export interface HopFinding {
  /** The rule's id, such as `IN13`. */
  rule: string;
  severity: Severity;
  title: string;
  cause: string;
  remedy: Remedy;
}

/**
 * One link of an exposure, with its verdict and the evidence for it.
 *
 * @public
 */
export interface Hop {
  kind: HopKind;
  verdict: Verdict;
  /**
   * False for what lies behind a break, and for what stands in front of the
   * cluster: drawn dimmed, never green.
   */
  judged: boolean;
  /** The object this hop is about, where there is one. */
  object?: ObjectRef;
  /** What stands there, in a few words: `shop-front:80 → http`. */
  subject: string;
  /** How it stands, in a few words: `port resolves`. */
  status: string;
  /** The gravest finding: why the hop is not `ok`, or a note on one that is. */
  finding?: HopFinding;
  /** What else rules found here, gravest first. */
  otherFindings?: HopFinding[];
  evidence: Evidence[];
}

/**
 * Why something was not looked up: it stands in a namespace that the caller may
 * not see, or the portal does not know the objects that say it.
 *
 * @public
 */
export type Unseen = 'not-visible' | 'not-known';

/**
 * What is not told of a way in, and why. A field that is absent here was looked
 * up: where it is empty all the same, there is none.
 *
 * @public
 */
export interface UnseenFields {
  addresses?: Unseen;
  className?: Unseen;
}

/**
 * How one host name (with the paths that lead the same way) reaches a service.
 *
 * @public
 */
export interface Exposure {
  /** Stable while host, route and backend stay the same. */
  id: string;
  /** The host name; empty when the route takes any host. */
  host: string;
  /** In the order of precedence; empty when the route takes every path. */
  paths: { path: string; pathType: string }[];
  /** Whether the route's object asks for TLS on this host. */
  tls: boolean;
  route: ObjectRef;
  className?: string;
  /** Who lets the traffic in; absent where its class is not known. */
  stack?: IngressStack;
  addresses: Address[];
  /** Absent where class and addresses were looked up. */
  unseen?: UnseenFields;
  createdAt?: string;
  verdict: Verdict;
  /** One sentence that a service owner understands. */
  sentence: string;
  /** The hop whose finding explains the verdict, if it is not `ok`. */
  brokenAt?: HopKind;
  hops: Hop[];
}
