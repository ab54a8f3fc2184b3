import { JsonObject } from '../objects/json';
import { ObjectInput } from '../objects/KubernetesObject';

/** An object that a scenario touches. */
export interface Target {
  kind: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
}

/**
 * One thing that somebody does to a cluster: a strategic merge patch, as
 * `kubectl patch` sends it; a deletion; a deletion followed by the patched
 * object anew, which forgets its status; or an object that was not there.
 */
export type Change =
  | { type: 'patch' | 'recreate'; target: Target; patch: JsonObject }
  | { type: 'delete'; target: Target }
  | { type: 'create'; target: Target; object: ObjectInput };

/** One thing broken the way it breaks in reality. */
export interface Scenario {
  name: string;
  title: string;
  /** What somebody did, or what happened. */
  breaks: string;
  /** What a person sees of it, on the cluster and in the portal. */
  shows: string;
  /** The portal's rule that finds it; absent where none is about it. */
  rule?: string;
  cluster: string;
  changes: Change[];
}
