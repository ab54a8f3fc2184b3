import { Edge } from '../../edge';
import { kindName } from '../../kinds';
import { GenericRecord } from '../../records/observations';
import { bounded } from '../bounded';
import { conditionsOf, isObserved } from '../conditions';
import { count, fieldsAt } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';

/**
 * A kind that has no projection of its own, as a configuration names it.
 *
 * @public
 */
export interface GenericKind {
  group: string;
  kind: string;
  namespaced: boolean;
}

/**
 * The facts kept of an object of any other kind: metadata, owner and conditions
 * without their messages. Its kind is called as {@link kindName} says. As total
 * as {@link project}.
 *
 * @public
 */
export function projectGeneric(
  { group, kind, namespaced }: GenericKind,
  object: unknown,
): { record: GenericRecord; edges: Edge[] } | undefined {
  const metadata = metadataOf(kindName(group, kind), object, namespaced);
  if (!metadata) {
    return undefined;
  }
  const { observedGeneration } = fieldsAt(object, 'status');
  const record: GenericRecord = {
    ...metadata,
    observed: count(observedGeneration) === undefined || isObserved(object),
    conditions: conditionsOf(object),
  };
  return bounded({ record, edges: ownerEdges(record) });
}
