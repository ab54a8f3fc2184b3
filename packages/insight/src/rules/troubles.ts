import { foldEvents, Trouble } from '../foldEvents';
import { Evidence } from '../exposure';
import { ObjectRef } from '../records/base';
import { RecordSet, refKey, refOf } from '../RecordSet';

/**
 * What events say of an object, the latest first. They live for an hour, so that
 * having none proves nothing; and one that is there may be about what the object
 * was before.
 */
export function troublesOf(
  object: ObjectRef & { uid: string },
  records: RecordSet,
): Trouble[] {
  const key = refKey(object);
  // Events about cluster-scoped objects are in the namespace default.
  return foldEvents(
    records
      .of('Event', object.namespace || 'default')
      .filter(
        ({ about, aboutUid }) =>
          refKey(about) === key &&
          (aboutUid === undefined || aboutUid === object.uid),
      ),
  );
}

/** When it was last reported, to follow a sentence. */
export function lastReported({ lastAt }: Trouble): string {
  const moment = lastAt === undefined ? undefined : new Date(lastAt);
  return moment && !Number.isNaN(moment.getTime())
    ? `, last reported on ${moment
        .toISOString()
        .slice(0, 16)
        .replace('T', ' at ')} UTC`
    : '';
}

/** An event as evidence: its reason and how often it was reported. */
export function troubleEvidence(trouble: Trouble): Evidence {
  return {
    object: refOf(trouble.about),
    field: `events[${trouble.reason}]`,
    value: [
      `${trouble.count} times`,
      ...trouble.signals,
      ...(trouble.lastAt ? [trouble.lastAt] : []),
    ].join(', '),
  };
}
