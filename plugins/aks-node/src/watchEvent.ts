import { Attempt, nonsense, refusal } from './failures';

/**
 * One event of a watch. A bookmark's object has only a resourceVersion.
 *
 * @public
 */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: unknown;
  /** What the watch has reached; absent when the object does not say. */
  resourceVersion?: string;
  /** That all objects have been sent which were there when the watch began. */
  initialEventsEnd?: true;
}

/**
 * Reads a line of a watch.
 *
 * @throws ClusterError for an error that the cluster sends as an event, such
 * as a resourceVersion that is too old.
 */
export function eventOf(attempt: Attempt, line: unknown): WatchEvent {
  if (typeof line !== 'object' || line === null || !('type' in line)) {
    throw nonsense(attempt, 'a line of the watch is not an event');
  }
  const object = 'object' in line ? line.object : undefined;
  switch (line.type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
    case 'BOOKMARK':
      return {
        type: line.type,
        object,
        resourceVersion: resourceVersionOf(object),
        ...(line.type === 'BOOKMARK' &&
          endsInitialEvents(object) && { initialEventsEnd: true }),
      };
    case 'ERROR':
      throw refusal(attempt, statusCodeOf(object), object);
    default:
      throw nonsense(
        attempt,
        'the watch sent an event of a type that is not known',
      );
  }
}

function resourceVersionOf(object: unknown): string | undefined {
  const metadata = field(object, 'metadata');
  const version = field(metadata, 'resourceVersion');
  return typeof version === 'string' && version !== '' ? version : undefined;
}

function endsInitialEvents(object: unknown): boolean {
  const annotations = field(field(object, 'metadata'), 'annotations');
  return field(annotations, 'k8s.io/initial-events-end') === 'true';
}

function statusCodeOf(status: unknown): number {
  const code = field(status, 'code');
  return typeof code === 'number' ? code : 500;
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
