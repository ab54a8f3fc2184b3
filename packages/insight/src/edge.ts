import { LabelSelector } from './labelSelector';
import { KubernetesRecord, ObjectRef } from './record';

/**
 * What one record has to do with another.
 *
 * @public
 */
export type Relation =
  | 'owned-by'
  | 'selects'
  | 'routes-to'
  | 'of-class'
  | 'endpoints-of';

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
