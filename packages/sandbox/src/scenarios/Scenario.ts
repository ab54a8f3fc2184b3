import { JsonObject } from '../objects/json';

/** An object that a scenario touches. */
export interface Target {
  kind: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
}

/**
 * One thing that somebody does to a cluster: a strategic merge patch, as
 * `kubectl patch` sends it; a deletion; or a deletion followed by the patched
 * object anew, which forgets its status.
 */
export type Change =
  | { type: 'patch' | 'recreate'; target: Target; patch: JsonObject }
  | { type: 'delete'; target: Target };

/** One thing broken the way it breaks in reality. */
export interface Scenario {
  name: string;
  title: string;
  /** What somebody did, or what happened. */
  breaks: string;
  /** What a person sees of it, on the cluster and in the portal. */
  shows: string;
  cluster: string;
  changes: Change[];
}
