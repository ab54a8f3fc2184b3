import { Evidence } from '../../exposure';
import { endpointsOf } from '../../exposures/endpointCount';
import { Entrance } from '../../exposures/Entrance';
import { SharedPath } from '../../exposures/ExposurePath';
import {
  healthProbeOf,
  probeText,
} from '../../exposures/loadBalancer/healthProbe';
import { ServicePort, ServiceRecord } from '../../records/networking';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { Fault } from '../Rule';
import { named } from '../words';

const PREFIX = 'service.beta.kubernetes.io/';

const FACT = {
  source:
    'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/load-bal-ingress-c/create-unmanaged-ingress-controller',
  date: '2026-08-21',
  verified: true,
};

/** NGINX answers 404 to what no Ingress names, so `/` is no sign of health. */
const CONTROLLERS: Readonly<Record<string, string>> = {
  'ingress-nginx': '/healthz',
};

const failingProbe: ExposureRule = {
  id: 'IN11',
  title: 'The load balancer takes the nodes for sick',
  family: 'ingress',
  hop: 'address',
  explainedBy: 'endpoints',
  routeKind: 'Service',
  severity: 'error',
  reads: ['Service', 'EndpointSlice'],
  fact: FACT,
  judge(path) {
    const { entrance } = path;
    const [port] = entrance?.ports ?? [];
    return entrance && port && isBalanced(entrance)
      ? withoutLocalPod(path, entrance, port) ?? wrongPath(entrance, port)
      : undefined;
  },
};

const failingProbeOfController: ExposureRule = {
  id: 'IN63',
  title: 'The load balancer takes the nodes of the ingress controller for sick',
  family: 'ingress',
  hop: 'address',
  routeKind: 'Ingress',
  severity: 'warning',
  // The Service of a controller cannot always be seen, and some have none.
  reads: ['Ingress'],
  fact: FACT,
  judge({ entrance }) {
    return entrance && isBalanced(entrance)
      ? entrance.ports
          .map(port => wrongPath(entrance, port))
          // Of a proxy that is not known nothing is said to those behind it.
          .find(fault => fault?.severity === 'warning')
      : undefined;
  },
};

function isBalanced({ service }: Entrance): boolean {
  return service.loadBalancer !== undefined && service.addresses.length > 0;
}

function withoutLocalPod(
  path: SharedPath,
  { service }: Entrance,
  port: ServicePort,
): Fault | undefined {
  if (
    !service.localTraffic ||
    healthProbeOf(service, port).protocol === 'none' ||
    endpointsOf(path).ready.length > 0
  ) {
    return undefined;
  }
  return {
    status: 'no node is healthy',
    clause: `no node has a ready pod of the Service ${service.name}, and with externalTrafficPolicy: Local only such nodes get traffic`,
    cause: `${named(
      service,
    )} sets externalTrafficPolicy: Local, so that the load balancer asks each node whether it has a ready pod of it. None has.`,
    remedy: {
      text: 'See why its pods are not ready.',
      command: kubectl(
        service.namespace,
        'get',
        'endpointslices',
        `--selector=kubernetes.io/service-name=${service.name}`,
      ),
    },
    evidence: [probeEvidence(service, port)],
  };
}

function wrongPath(
  { service, pods }: Entrance,
  port: ServicePort,
): Fault | undefined {
  const probe = healthProbeOf(service, port);
  if (
    probe.protocol === 'none' ||
    probe.path !== '/' ||
    probe.by === 'local traffic'
  ) {
    return undefined;
  }
  const name = pods
    .map(({ labels }) => labels['app.kubernetes.io/name'])
    .find(label => label !== undefined && Object.hasOwn(CONTROLLERS, label));
  const key = `${PREFIX}azure-load-balancer-health-probe-request-path`;
  return {
    ...(name === undefined
      ? { severity: 'info' as const }
      : { severity: 'warning' as const, doubt: true as const }),
    status: name === undefined ? 'assigned' : 'probe fails',
    clause: `the load balancer asks ${
      name ?? 'the pods'
    } for /, and takes only the answer 200 for health`,
    cause: `The load balancer of ${named(service)} probes port ${
      port.port
    } with ${probeText(probe)}${
      probe.by === 'appProtocol'
        ? `, because the port sets appProtocol: ${port.appProtocol}`
        : ''
    }. ${
      name === undefined
        ? 'That works where / answers 200 without signing in or redirecting.'
        : `${name} answers 404 there, so that no node gets traffic.`
    }`,
    remedy: change(service, {
      text: `Set ${key} to a path that answers 200${
        name === undefined ? '' : ` (${CONTROLLERS[name]})`
      }, or ${PREFIX}port_${port.port}_health-probe_protocol to tcp.`,
    }),
    evidence: [probeEvidence(service, port)],
  };
}

function probeEvidence(service: ServiceRecord, port: ServicePort): Evidence {
  return {
    object: refOf(service),
    field: 'health probe',
    value: probeText(healthProbeOf(service, port)),
  };
}

export const probeRules: readonly ExposureRule[] = [
  failingProbe,
  failingProbeOfController,
];
