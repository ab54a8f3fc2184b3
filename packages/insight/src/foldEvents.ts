import { EventRecord } from './records/observations';
import { ObjectRef } from './records/base';
import { refKey } from './RecordSet';

/**
 * What Events of one reason say of one object, together.
 *
 * @public
 */
export interface Trouble {
  about: ObjectRef;
  reason: string;
  warning: boolean;
  count: number;
  firstAt?: string;
  lastAt?: string;
  signals: string[];
}

/**
 * Events folded by object and reason, the latest first. An API server keeps an
 * Event for each text, so that one trouble is often many of them.
 *
 * @public
 */
export function foldEvents(events: Iterable<EventRecord>): Trouble[] {
  const folded = new Map<string, Trouble>();
  for (const event of events) {
    const key = `${refKey(event.about)} ${event.reason}`;
    const known = folded.get(key);
    folded.set(key, known ? joined(known, event) : troubleOf(event));
  }
  return [...folded.values()].sort(
    (a, b) => timeOf(b.lastAt) - timeOf(a.lastAt),
  );
}

function troubleOf(event: EventRecord): Trouble {
  const { about, reason, warning, count, firstAt, lastAt, signals } = event;
  return {
    about,
    reason,
    warning,
    count,
    ...(firstAt && { firstAt }),
    ...(lastAt && { lastAt }),
    signals,
  };
}

function joined(known: Trouble, event: EventRecord): Trouble {
  return troubleOf({
    ...event,
    warning: known.warning || event.warning,
    count: known.count + event.count,
    firstAt: earliest(known.firstAt, event.firstAt),
    lastAt: latest(known.lastAt, event.lastAt),
    signals: [...new Set([...known.signals, ...event.signals])],
  });
}

function earliest(a: string | undefined, b: string | undefined) {
  return a && (!b || timeOf(a) <= timeOf(b)) ? a : b;
}

function latest(a: string | undefined, b: string | undefined) {
  return a && (!b || timeOf(a) >= timeOf(b)) ? a : b;
}

/** In milliseconds; an Event without a time comes last. */
function timeOf(written: string | undefined): number {
  return written ? Date.parse(written) : 0;
}
