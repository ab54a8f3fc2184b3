import { endpointsOf } from '../../exposures/endpointCount';
import {
  healthProbeOf,
  probeText,
} from '../../exposures/loadBalancer/healthProbe';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
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
    const {
      route: { record },
      port,
      pods,
    } = path;
    if (
      record.kind !== 'Service' ||
      !record.loadBalancer ||
      !port ||
      record.addresses.length === 0
    ) {
      return undefined;
    }
    const probe = healthProbeOf(record, port);
    if (probe.protocol === 'none') {
      return undefined;
    }
    const evidence = [
      {
        object: refOf(record),
        field: 'health probe',
        value: probeText(probe),
      },
    ];
    if (record.localTraffic && endpointsOf(path).ready.length === 0) {
      return {
        status: 'no node is healthy',
        clause: `no node has a ready pod of the Service ${record.name}, and with externalTrafficPolicy: Local only such nodes get traffic`,
        cause: `${named(
          record,
        )} sets externalTrafficPolicy: Local, so that the load balancer asks each node whether it has a ready pod of it. None has.`,
        remedy: {
          text: 'See why its pods are not ready.',
          command: kubectl(
            record.namespace,
            'get',
            'endpointslices',
            `--selector=kubernetes.io/service-name=${record.name}`,
          ),
        },
        evidence,
      };
    }
    if (probe.path !== '/' || probe.by === 'local traffic') {
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
      cause: `The load balancer of ${named(record)} probes port ${
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
      remedy: change(record, {
        text: `Set ${key} to a path that answers 200${
          name === undefined ? '' : ` (${CONTROLLERS[name]})`
        }, or ${PREFIX}port_${port.port}_health-probe_protocol to tcp.`,
      }),
      evidence,
    };
  },
};

export const probeRules: readonly ExposureRule[] = [failingProbe];
