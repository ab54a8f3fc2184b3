import { SharedPath } from '../exposures/ExposurePath';
import { GATEWAY_NAME } from '../records/gatewayName';
import { ServicePort, ServiceRecord } from '../records/networking';
import { ContainerPort } from '../records/podTemplates';
import { refOf } from '../RecordSet';
import { change, kubectlPatch } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { listed, named } from './words';

const targetPort: ExposureRule = {
  id: 'IN13',
  title: 'The Service sends to a port that no container has',
  family: 'ingress',
  hop: 'service',
  severity: 'error',
  reads: ['Service', 'Pod'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
    date: '2026-11-22',
    verified: true,
  },
  judge(path) {
    const { service, port } = path;
    if (!service?.selector || !port) {
      return undefined;
    }
    const declared = declaredPorts(path).filter(
      ({ protocol }) => protocol === port.protocol,
    );
    const isNamed = typeof port.targetPort === 'string';
    const found = declared.some(({ name, port: number }) =>
      isNamed ? name === port.targetPort : number === port.targetPort,
    );
    // A number need not be declared: the container may listen all the same. So
    // it is doubtful only where other ports are declared, and no more than that.
    const isDoubtful = declared.length > 0 && !leadsToProxies(service);
    if (found || !hasPods(path) || (!isNamed && !isDoubtful)) {
      return undefined;
    }
    const ports = describePorts(declared);
    const has = ports.length > 0 ? listed(ports) : 'no port';
    return {
      ...(isNamed
        ? { severity: 'error' as const }
        : { severity: 'warning' as const, doubt: true as const }),
      status: isNamed ? 'no such port' : 'port not declared',
      clause: isNamed
        ? `the Service ${service.name} sends to the port ${port.targetPort}, which no container has`
        : `no container declares the port ${port.targetPort} to which the Service ${service.name} sends`,
      cause: `${named(service)} sets targetPort: ${
        port.targetPort
      }; its pods declare ${has}.${
        isNamed
          ? ''
          : ' It works only if a container listens on that port without declaring it.'
      }`,
      remedy: change(service, remedyFor(service, port, declared)),
      evidence: [
        {
          object: refOf(path.pods[0] ?? path.workloads[0] ?? service),
          field:
            path.pods.length > 0
              ? 'spec.containers[].ports'
              : 'spec.template.spec.containers[].ports',
          value: ports.length > 0 ? listed(ports) : 'empty',
        },
      ],
    };
  },
};

/** The proxies of a Gateway open what their Gateway asks for, and declare none of it. */
function leadsToProxies({ labels }: ServiceRecord): boolean {
  return labels[GATEWAY_NAME] !== undefined;
}

function hasPods({ pods, workloads }: SharedPath): boolean {
  return pods.length > 0 || workloads.length > 0;
}

/** Of the pods or, while there are none, of those that are to come. */
function declaredPorts({ pods, workloads }: SharedPath): ContainerPort[] {
  return pods.length > 0
    ? pods.flatMap(({ ports }) => ports)
    : workloads.flatMap(({ templatePorts }) => templatePorts);
}

function describePorts(ports: readonly ContainerPort[]): string[] {
  const texts = ports.map(({ name, port }) =>
    name === undefined ? `${port}` : `${name} (${port})`,
  );
  return [...new Set(texts)];
}

function remedyFor(
  service: ServiceRecord,
  port: ServicePort,
  declared: readonly ContainerPort[],
) {
  const candidates = [
    ...new Set(declared.map(({ name, port: number }) => name ?? number)),
  ];
  const elsewhere =
    typeof port.targetPort === 'string'
      ? `name a container port ${port.targetPort}`
      : `declare the container port ${port.targetPort}`;
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) {
    const choice =
      candidates.length > 0 ? ` (${listed(candidates.map(String))})` : '';
    return {
      text: `Set targetPort to a port that the containers have${choice}, or ${elsewhere}.`,
    };
  }
  return {
    text: `Set targetPort: ${only}, or ${elsewhere}.`,
    command: kubectlPatch(service, {
      type: 'json',
      body: [
        {
          op: 'replace',
          path: `/spec/ports/${service.ports.indexOf(port)}/targetPort`,
          value: only,
        },
      ],
    }),
  };
}

export const targetPortRules: readonly ExposureRule[] = [targetPort];
