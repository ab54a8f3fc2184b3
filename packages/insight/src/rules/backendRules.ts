import { backendPort, Route } from '../exposures/Route';
import { Evidence } from '../exposure';
import { ServicePort, ServiceRecord } from '../records/networking';
import { refOf } from '../RecordSet';
import { change, kubectl, kubectlPatch } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { listed, named } from './words';

const missingService: ExposureRule = {
  id: 'IN36',
  title: 'The route leads to a Service that does not exist',
  family: 'ingress',
  hop: 'route',
  severity: 'error',
  reads: ['Service'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
    date: '2026-11-22',
    verified: true,
  },
  judge({ route, service, hidden }) {
    if (service || hidden) {
      return undefined;
    }
    const { record, backend } = route;
    return {
      status: 'no such Service',
      clause: `the Service ${backend.service} does not exist`,
      cause: `${named(record)} sends to the Service ${
        backend.service
      }, and the namespace ${backend.namespace} has none of that name.`,
      remedy: change(record, {
        text: `Create the Service ${backend.service}, or name one that exists in ${backend.namespace}.`,
        command: kubectl(backend.namespace, 'get', 'services'),
      }),
      evidence: route.fields.map(field => ({
        object: refOf(record),
        field: `${field}.${backendField(record)}name`,
        value: backend.service,
      })),
    };
  },
};

const missingPort: ExposureRule = {
  id: 'IN37',
  title: 'The route names a port that the Service does not have',
  family: 'ingress',
  hop: 'route',
  severity: 'error',
  reads: ['Service'],
  fact: {
    source:
      'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend',
    date: '2026-11-22',
    verified: true,
  },
  judge({ route, service, port }) {
    if (!service || port || service.type === 'ExternalName') {
      return undefined;
    }
    const { record, backend } = route;
    const wanted = backendPort(backend);
    const offered = service.ports.map(({ name, port: number }) =>
      name === undefined ? `${number}` : `${name} (${number})`,
    );
    const has =
      offered.length > 0 ? `it has ${listed(offered)}` : 'it has no port';
    return {
      status: 'no such port',
      clause:
        wanted === undefined
          ? `the ${record.kind} ${record.name} names no port of the Service ${service.name}`
          : `the Service ${service.name} has no port ${wanted}`,
      cause:
        wanted === undefined
          ? `${named(record)} sends to ${named(
              service,
            )} without naming a port; ${has}.`
          : `${named(record)} sends to port ${wanted} of ${named(
              service,
            )}; ${has}.`,
      remedy: change(record, remedyFor(route, service, offered)),
      evidence: [
        ...route.fields.map(field => ({
          object: refOf(record),
          ...portEvidence(field, route),
        })),
        {
          object: refOf(service),
          field: 'spec.ports',
          value: offered.length > 0 ? listed(offered) : 'empty',
        },
      ],
    };
  },
};

function remedyFor(route: Route, service: ServiceRecord, offered: string[]) {
  const text =
    offered.length > 0
      ? `Name a port that the Service has: ${listed(offered)}.`
      : `Give the Service ${service.name} a port.`;
  const [only, ...others] = service.ports;
  if (!only || others.length > 0) {
    return { text };
  }
  // JSON Pointer knows no brackets: spec.rules[0].http is /spec/rules/0/http.
  const pointers = route.fields.map(
    field => `/${field.replaceAll(/[.[]/g, '/').replaceAll(']', '')}`,
  );
  const ofIngress = route.record.kind === 'Ingress';
  return {
    text,
    command: kubectlPatch(route.record, {
      type: 'json',
      body: pointers.map(pointer => ({
        op: 'add',
        path: ofIngress ? `${pointer}/service/port` : `${pointer}/port`,
        value: ofIngress ? portReference(only) : only.port,
      })),
    }),
  };
}

function portReference({ name, port }: ServicePort) {
  return name ? { name } : { number: port };
}

/** Where an Ingress names the Service; routes do so in the backend itself. */
function backendField({ kind }: Route['record']): string {
  return kind === 'Ingress' ? 'service.' : '';
}

function portEvidence(
  field: string,
  { record, backend }: Route,
): Omit<Evidence, 'object'> {
  const key = backend.portName === undefined ? 'number' : 'name';
  return {
    field:
      record.kind === 'Ingress'
        ? `${field}.service.port.${key}`
        : `${field}.port`,
    value: backendPort(backend) ?? 'absent',
  };
}

export const backendRules: readonly ExposureRule[] = [
  missingService,
  missingPort,
];
