import { apiVersionOf } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import { ControllerContext, Resource } from './ControllerContext';
import { EVENTS } from './resources';

interface Report {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  component: string;
}

let sequence = 0;

/** Writes an Event about an object, as controllers do. */
export function reportEvent(
  context: ControllerContext,
  resource: Resource,
  object: KubernetesObject,
  { type, reason, message, component }: Report,
): void {
  const { namespace = 'default', name, uid, resourceVersion } = object.metadata;
  const kind = context.kinds.mustGet(...resource);
  const now = context.now();
  sequence++;
  // The real name ends in the time in nanoseconds, in hexadecimal.
  const nanoseconds = BigInt(context.clock.now()) * 1_000_000n;
  const suffix = (nanoseconds + BigInt(sequence % 1_000_000)).toString(16);
  context.create(EVENTS, namespace, {
    metadata: { name: `${name}.${suffix}` },
    involvedObject: {
      kind: kind.kind,
      namespace: object.metadata.namespace,
      name,
      uid,
      apiVersion: apiVersionOf(kind),
      resourceVersion,
    },
    reason,
    message,
    source: { component },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
    type,
    eventTime: null,
    reportingComponent: component,
    reportingInstance: '',
  });
}
