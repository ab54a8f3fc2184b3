import { Projection } from '../../edge';
import { EventRecord } from '../../records/observations';
import { count, fieldsAt, nameIn, present, reason, time } from '../fields';
import { metadataOf } from '../metadata';
import { edgesTo, referenceIn } from '../references';
import { signalsIn } from '../signals';

/**
 * Events that are no warnings, and yet say why something does not go on: the
 * cluster autoscaler writes that it cannot help as a normal event, and the
 * controller of Application Gateway that the gateway is stopped
 * (Azure/application-gateway-kubernetes-ingress, pkg/controller/mutate_aks.go,
 * read 2026-11-28).
 */
const TELLING: readonly string[] = [
  'NotTriggerScaleUp',
  'WaitForFirstConsumer',
  'ResetIngressStatus',
];

/**
 * An Event, without its text. Undefined for one that only tells what went as it
 * should.
 */
export function projectEvent(object: unknown): Projection | undefined {
  const metadata = metadataOf('Event', object);
  const { type, involvedObject, reason: written, ...event } = fieldsAt(object);
  const why = reason(written);
  const about = referenceIn(involvedObject, {
    namespace: '',
  });
  const warning = type === 'Warning';
  if (!metadata || !about || !why || !(warning || TELLING.includes(why))) {
    return undefined;
  }
  const series = fieldsAt(event, 'series');
  const record: EventRecord = present({
    ...metadata,
    about,
    aboutUid: nameIn(fieldsAt(involvedObject).uid),
    reason: why,
    warning,
    source:
      nameIn(event.reportingComponent) ??
      nameIn(fieldsAt(event, 'source').component),
    count: Math.max(count(event.count) ?? 1, count(series.count) ?? 1),
    firstAt: time(event.firstTimestamp) ?? time(event.eventTime),
    lastAt:
      time(series.lastObservedTime) ??
      time(event.lastTimestamp) ??
      time(event.eventTime),
    signals: signalsIn(event.message),
  });
  return { record, edges: edgesTo('about', [about]) };
}
