import { LabelTests, meetsLabels } from '../selectors/labelSelector';
import { KindDefinition, resourceKey } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import { FieldSelector, matchesFields } from '../selectors/fieldSelector';
import { StoreEvent } from '../store/ObjectStore';

/** Which objects a watch is about. */
export interface WatchScope {
  kind: KindDefinition;
  /** The beginning of the keys: a namespace, or all. */
  prefix: string;
  labels: LabelTests;
  fields: FieldSelector;
}

/** What a watch says about a change. */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubernetesObject;
}

/** Whether an object is one that the watch is about. */
export function inScope(
  { labels, fields }: WatchScope,
  object: KubernetesObject | undefined,
): object is KubernetesObject {
  return (
    object !== undefined &&
    meetsLabels(labels, object.metadata.labels) &&
    matchesFields(fields, object)
  );
}

/**
 * How a change looks through a watch: an object that begins to match its
 * selectors is added, one that ceases to match is deleted.
 */
export function watchEventFor(
  scope: WatchScope,
  event: StoreEvent,
): WatchEvent | undefined {
  if (
    event.resource !== resourceKey(scope.kind) ||
    !event.key.startsWith(scope.prefix)
  ) {
    return undefined;
  }
  const before = inScope(scope, event.previous);
  const after = event.type !== 'DELETED' && inScope(scope, event.object);
  if (after) {
    return { type: before ? 'MODIFIED' : 'ADDED', object: event.object };
  }
  return before && event.previous
    ? { type: 'DELETED', object: lastState(event.previous, event) }
    : undefined;
}

// A deleted object is shown as the watcher knew it, at the revision at which
// it went.
function lastState(
  previous: KubernetesObject,
  { object }: StoreEvent,
): KubernetesObject {
  const { resourceVersion } = object.metadata;
  return { ...previous, metadata: { ...previous.metadata, resourceVersion } };
}
