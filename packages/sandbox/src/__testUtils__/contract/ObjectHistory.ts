import { JsonObject, valueAt } from '../../objects/json';
import { WatchLine } from './WatchStream';

/** Objects by name, without what lists leave out. */
export type ObjectsByName = Map<string, JsonObject>;

/** Whether a selector selects an object. */
export type Selects = (object: JsonObject) => boolean;

/** The version that an object, a list or an event's object carries. */
export function versionOf(value: JsonObject): number {
  return Number(valueAt(value, 'metadata.resourceVersion'));
}

export function nameOf(value: JsonObject): string {
  return String(valueAt(value, 'metadata.name'));
}

/** Items of a list by name; lists say kind and version only once. */
export function byName(items: readonly JsonObject[]): ObjectsByName {
  return new Map(items.map(item => [nameOf(item), bare(item)]));
}

/** The events that tell of objects: all but bookmarks. */
export function changesIn(events: readonly WatchLine[]): WatchLine[] {
  return events.filter(({ type }) => type !== 'BOOKMARK');
}

/** What a state becomes by a watch's events up to a version. */
export function stateAfter(
  start: ObjectsByName,
  events: readonly WatchLine[],
  version: number = Infinity,
): ObjectsByName {
  const state = new Map(start);
  for (const { type, object } of changesIn(events)) {
    if (versionOf(object) > version) {
      break;
    }
    if (type === 'DELETED') {
      state.delete(nameOf(object));
    } else {
      state.set(nameOf(object), bare(object));
    }
  }
  return state;
}

/** What a watch with a selector must tell where one without told this. */
export function selectedEvents(
  start: ObjectsByName,
  events: readonly WatchLine[],
  selects: Selects,
): WatchLine[] {
  const known = new Map(start);
  return changesIn(events).flatMap(({ type, object }) => {
    const name = nameOf(object);
    const before = known.get(name);
    if (type === 'DELETED') {
      known.delete(name);
    } else {
      known.set(name, object);
    }
    const matched = before !== undefined && selects(before);
    if (type !== 'DELETED' && selects(object)) {
      return [{ type: matched ? 'MODIFIED' : 'ADDED', object }];
    }
    // What leaves the selection is shown as it was, at the version at which
    // it left.
    return matched
      ? [{ type: 'DELETED', object: leaving(before, object) }]
      : [];
  });
}

function leaving(before: JsonObject, after: JsonObject): JsonObject {
  const { apiVersion, kind } = after;
  return {
    ...before,
    apiVersion,
    kind,
    metadata: {
      ...(before.metadata as JsonObject),
      resourceVersion: valueAt(after, 'metadata.resourceVersion'),
    },
  };
}

function bare({ apiVersion: _, kind: __, ...rest }: JsonObject): JsonObject {
  return rest;
}
