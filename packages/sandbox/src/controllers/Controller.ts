import { StoreEvent } from '../store/ObjectStore';
import { ControllerContext } from './ControllerContext';

/**
 * A control loop. It is told of changes, names the keys they concern, and
 * brings what belongs to a key in line; doing so twice changes nothing.
 */
export interface Controller {
  /** The loop's name, under which it sets fields and reports events. */
  name: string;
  /** The keys to look at after a change. */
  concerns(event: StoreEvent, context: ControllerContext): string[];
  reconcile(key: string, context: ControllerContext): void;
}

/** The key of an event if it is about a resource. */
export function keyOf(event: StoreEvent, resource: string): string[] {
  return event.resource === resource ? [event.key] : [];
}

/** The key of the controlling owner of a kind, within the object's namespace. */
export function ownerKey(event: StoreEvent, ownerKind: string): string[] {
  const { metadata } = event.object;
  const owner = metadata.ownerReferences?.find(
    reference => reference.controller && reference.kind === ownerKind,
  );
  return owner ? [`${metadata.namespace}/${owner.name}`] : [];
}
