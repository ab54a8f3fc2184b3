import { Evidence } from '../exposure';
import { IngressRecord } from '../records/ingress';
import { refOf } from '../RecordSet';
import { Route } from './Route';

/** The class that a route's object names, in the field or the old annotation. */
export function classNameOf(record: Route['record']): string | undefined {
  return record.kind === 'Ingress'
    ? record.className ?? record.legacyClass
    : undefined;
}

/** Where an Ingress names its class. */
export function classEvidence(record: IngressRecord): Evidence {
  const { className, legacyClass } = record;
  const inAnnotation = className === undefined && legacyClass !== undefined;
  return {
    object: refOf(record),
    field: inAnnotation
      ? 'metadata.annotations[kubernetes.io/ingress.class]'
      : 'spec.ingressClassName',
    value: className ?? legacyClass ?? 'absent',
  };
}
