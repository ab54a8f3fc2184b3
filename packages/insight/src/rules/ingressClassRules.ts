import { classEvidence } from '../exposures/classEvidence';
import { stackSubjectOf } from '../exposures/pathStack';
import { IngressRecord } from '../records/ingress';
import { RecordSet, refOf } from '../RecordSet';
import { change, kubectlPatch } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { Fault } from './Rule';
import { listed, named } from './words';

const unknownClass: ExposureRule = {
  id: 'IN14',
  title: 'No controller serves the class of the Ingress',
  family: 'ingress',
  hop: 'listener',
  routeKind: 'Ingress',
  severity: 'error',
  reads: ['Ingress', 'IngressClass'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
    date: '2026-11-22',
    verified: true,
  },
  judge(path, { records }) {
    const { record } = path.route;
    // A controller that is known to take the old annotation needs no class.
    if (record.kind !== 'Ingress' || stackSubjectOf(path)) {
      return undefined;
    }
    const { className, legacyClass, addresses } = record;
    if (addresses.length === 0) {
      return {
        ...(className === undefined &&
          legacyClass !== undefined && {
            severity: 'warning' as const,
            doubt: true as const,
          }),
        status: className ?? legacyClass ? 'class does not exist' : 'no class',
        ...namesNoClass(record, records),
      };
    }
    // Somebody gave it an address. Controllers may take Ingresses without a
    // class, and those of the old annotation need no IngressClass object; but a
    // class named in the field that is gone leaves only an old status.
    return className === undefined
      ? undefined
      : {
          severity: 'warning',
          doubt: true,
          status: 'class does not exist',
          ...namesNoClass(record, records),
        };
  },
};

function namesNoClass(
  record: IngressRecord,
  records: RecordSet,
): Omit<Fault, 'status' | 'severity'> {
  const { className, legacyClass } = record;
  const name = className ?? legacyClass;
  const classes = records.of('IngressClass').map(known => known.name);
  const available =
    classes.length > 0
      ? `The cluster has ${listed(classes)}.`
      : 'The cluster has no IngressClass at all.';
  const [only] = classes;
  return {
    clause:
      name === undefined
        ? `the Ingress ${record.name} names no class and the cluster has no default one`
        : `the Ingress ${record.name} names the class ${name}, which does not exist`,
    cause: `${named(record)} ${causeOf(record)} ${available}`,
    remedy: change(record, {
      text:
        classes.length > 0
          ? `Set spec.ingressClassName to a class of the cluster: ${listed(
              classes,
            )}.`
          : 'Ask the platform team for an ingress controller, or for the class that this cluster is to have.',
      ...(classes.length === 1 && {
        command: kubectlPatch(record, {
          type: 'merge',
          body: { spec: { ingressClassName: only } },
        }),
      }),
    }),
    evidence: [classEvidence(record)],
  };
}

function causeOf({ className, legacyClass }: IngressRecord): string {
  if (className !== undefined) {
    return `names the class ${className}; there is no IngressClass of that name, so no controller takes it.`;
  }
  return legacyClass === undefined
    ? 'names no class, and no IngressClass is marked as the default.'
    : `names the class ${legacyClass} by the deprecated annotation kubernetes.io/ingress.class; there is no IngressClass of that name. A controller may take it all the same, but none has given it an address.`;
}

const classNamedTwice: ExposureRule = {
  id: 'IN15',
  title: 'The Ingress names its class twice',
  family: 'ingress',
  hop: 'listener',
  routeKind: 'Ingress',
  severity: 'warning',
  reads: ['Ingress'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation',
    date: '2026-11-22',
    verified: true,
  },
  judge({ route: { record } }) {
    if (
      record.kind !== 'Ingress' ||
      record.className === undefined ||
      record.legacyClass === undefined
    ) {
      return undefined;
    }
    const { className, legacyClass } = record;
    return {
      status: 'class named twice',
      clause: `the Ingress ${record.name} names its class twice`,
      cause: `${named(
        record,
      )} sets spec.ingressClassName to ${className} and the deprecated annotation kubernetes.io/ingress.class to ${legacyClass}. Controllers differ in which of them they follow.`,
      remedy: change(record, {
        text: 'Keep spec.ingressClassName and remove the annotation.',
        command: kubectlPatch(record, {
          type: 'merge',
          body: {
            metadata: { annotations: { 'kubernetes.io/ingress.class': null } },
          },
        }),
      }),
      evidence: [
        {
          object: refOf(record),
          field: 'metadata.annotations[kubernetes.io/ingress.class]',
          value: legacyClass,
        },
      ],
    };
  },
};

export const ingressClassRules: readonly ExposureRule[] = [
  unknownClass,
  classNamedTwice,
];
