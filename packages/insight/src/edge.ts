import { LabelSelector } from './labelSelector';
import { KubernetesRecord } from './record';
import { ObjectRef } from './records/base';

/**
 * What one record has to do with another. The far end need not be of a kind
 * that is projected: a Secret is only ever named.
 *
 * - `mounts`: a workload its volumes (claims, ConfigMaps, Secrets)
 * - `uses`: any other thing that something needs and names
 * - `scales`: an autoscaler its target
 * - `attaches-to`: a route or ListenerSet its parent
 * - `issued-by`, `issues`: a certificate its issuer, its Secret
 * - `bound-to`: a claim its volume, a NodeClaim its Node
 * - `about`: an event or report its object
 *
 * @public
 */
export type Relation =
  | 'owned-by'
  | 'selects'
  | 'routes-to'
  | 'of-class'
  | 'endpoints-of'
  | 'mounts'
  | 'uses'
  | 'scales'
  | 'attaches-to'
  | 'issued-by'
  | 'issues'
  | 'bound-to'
  | 'about';

/**
 * The far end of an edge: one object by name, or all objects of a kind in a
 * namespace that a selector matches.
 *
 * @public
 */
export type EdgeTarget =
  | ObjectRef
  | { kind: string; namespace: string; selector: LabelSelector };

/**
 * A relation from a record to others, made by the projection.
 *
 * @public
 */
export interface Edge {
  relation: Relation;
  to: EdgeTarget;
}

/**
 * What a projection makes of one object.
 *
 * @public
 */
export interface Projection {
  record: KubernetesRecord;
  edges: Edge[];
}
