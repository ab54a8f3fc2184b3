import { refOf } from '../RecordSet';
import { ServicePort, ServiceRecord } from '../records/networking';
import { selectorText } from '../rules/words';
import { ExposurePath, SharedPath } from './ExposurePath';
import { HopFacts } from './HopFacts';
import { classEvidence, classNameOf } from './classEvidence';
import { stackFactsOf } from './ingressStack';
import { stackSubjectOf } from './pathStack';
import { backendLabel } from './Route';

export function listenerFacts(path: SharedPath): HopFacts {
  const { route, ingressClass } = path;
  const { record } = route;
  const subject = stackSubjectOf(path);
  return {
    object: ingressClass && refOf(ingressClass),
    subject:
      (subject && (stackFactsOf(subject)?.title ?? subject.controller)) ||
      classNameOf(record) ||
      'no class',
    status: ingressClass ? 'class served' : 'taken by a controller',
    evidence: [
      ...(record.kind === 'Ingress' ? [classEvidence(record)] : []),
      ...(ingressClass
        ? [
            {
              object: refOf(ingressClass),
              field: 'spec.controller',
              value: ingressClass.controller,
            },
          ]
        : []),
    ],
  };
}

export function routeFacts({ route }: ExposurePath): HopFacts {
  const { record, paths, fields, host } = route;
  const label = backendLabel(route);
  const [first] = paths;
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  return {
    object: refOf(record),
    subject: first
      ? `${record.name} ${first.path} ${first.pathType}${more}`
      : `${record.name} default backend`,
    status: `leads to ${label}`,
    evidence: [
      ...(host
        ? [{ object: refOf(record), field: 'spec.rules[].host', value: host }]
        : []),
      ...fields.slice(0, 5).map(field => ({
        object: refOf(record),
        field,
        value: label,
      })),
    ],
  };
}

export function serviceFacts({
  route,
  service,
  port,
  hidden,
}: SharedPath): HopFacts {
  const label = backendLabel(route);
  if (hidden) {
    return {
      subject: label,
      status: 'not visible to you',
      evidence: [],
      open: `the Service ${label} is not visible to you`,
    };
  }
  if (!service) {
    return { subject: label, status: 'does not exist', evidence: [] };
  }
  const object = refOf(service);
  if (service.type === 'ExternalName') {
    const target = service.externalName ?? '';
    return {
      object,
      subject: `${service.name} → ${target}`,
      status: 'alias',
      evidence: [{ object, field: 'spec.externalName', value: target }],
    };
  }
  return {
    object,
    subject: port ? `${service.name}:${port.port} → ${port.targetPort}` : label,
    status: service.selector ? 'port resolves' : 'no selector',
    evidence: [
      ...(port ? portEvidence(service, port) : []),
      ...(service.selector
        ? [
            {
              object,
              field: 'spec.selector',
              value: selectorText(service.selector),
            },
          ]
        : []),
    ],
  };
}

function portEvidence(service: ServiceRecord, port: ServicePort) {
  const field = `spec.ports[${service.ports.indexOf(port)}]`;
  const object = refOf(service);
  return [
    { object, field: `${field}.port`, value: `${port.port}` },
    { object, field: `${field}.targetPort`, value: `${port.targetPort}` },
  ];
}
