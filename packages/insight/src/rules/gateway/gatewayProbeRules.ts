import { stackFactsOf } from '../../exposures/ingressStack';
import {
  HealthProbe,
  healthProbeOf,
  probeText,
} from '../../exposures/loadBalancer/healthProbe';
import { GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { ServicePort, ServiceRecord } from '../../records/networking';
import { refOf } from '../../RecordSet';
import { change, kubectlPatch } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { named } from '../words';

const PREFIX = 'service.beta.kubernetes.io/';

const ISTIO = ['app-routing-gateway', 'istio-gateway'];

// Where the proxies of Istio say that they are ready.
// https://istio.io/latest/docs/ops/deployment/application-requirements/, read 2026-11-24
const STATUS = { port: 15021, path: '/healthz/ready' };

const wrongProbe: ExposureRule = {
  id: 'IN33',
  title: 'The health probe of the Gateway’s load balancer asks a wrong port',
  family: 'ingress',
  hop: 'address',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'warning',
  // The Service of a Gateway cannot always be seen, and some have none.
  reads: ['Gateway'],
  fact: {
    source:
      'https://github.com/Azure/AKS/issues/3646 and https://github.com/istio/istio/issues/46769',
    date: '2026-11-28',
    verified: true,
  },
  judge({ route: { attachment }, entrance }) {
    const { gateway, gatewayClass } = attachment ?? {};
    const { service, ports: [port] = [] } = entrance ?? {};
    if (
      !gateway ||
      !gatewayClass ||
      !ISTIO.includes(stackFactsOf(gatewayClass)?.id ?? '') ||
      !service?.loadBalancer ||
      !port
    ) {
      return undefined;
    }
    const probe = healthProbeOf(service, port);
    const answer = answerTo(probe, service, port);
    if (probe.protocol === 'none' || answer === undefined) {
      return undefined;
    }
    const key = `${PREFIX}port_${port.port}_health-probe`;
    const annotations = {
      [`${key}_protocol`]: 'http',
      [`${key}_port`]: `${STATUS.port}`,
      [`${key}_request-path`]: STATUS.path,
    };
    return {
      doubt: true,
      status: 'probe may fail',
      clause: `the load balancer asks the proxies of the Gateway ${gateway.name} for their health where ${answer}`,
      cause: `The load balancer of ${named(service)} probes port ${
        port.port
      } with ${probeText(probe)}${
        probe.by === 'appProtocol'
          ? `, because the port sets appProtocol: ${port.appProtocol}`
          : ''
      }, and ${answer}. Where every probe fails no node gets traffic, and clients run into time-outs.`,
      remedy: change(gateway, {
        text: `Have port ${STATUS.port} asked for ${STATUS.path}, by annotations in spec.infrastructure of the Gateway.`,
        command: kubectlPatch(gateway, {
          type: 'merge',
          body: { spec: { infrastructure: { annotations } } },
        }),
      }),
      evidence: [
        {
          object: refOf(service),
          field: 'health probe',
          value: probeText(probe),
        },
      ],
    };
  },
};

/** What stands where the probe asks; undefined where that is as it should be. */
function answerTo(
  probe: HealthProbe,
  service: ServiceRecord,
  port: ServicePort,
): string | undefined {
  if (
    probe.protocol === 'none' ||
    probe.protocol === 'tcp' ||
    probe.by === 'local traffic'
  ) {
    return undefined;
  }
  const asked = askedPort(service, port);
  if (!asked) {
    return `no port of the Service stands behind what it asks`;
  }
  if (asked.port !== STATUS.port) {
    return 'only what a route leads to is answered';
  }
  return probe.path === STATUS.path
    ? undefined
    : `only ${STATUS.path} is answered`;
}

/** The port of the Service that the probe of one of its ports asks. */
function askedPort(
  { loadBalancer, ports }: ServiceRecord,
  port: ServicePort,
): ServicePort | undefined {
  const other = loadBalancer?.ports[`${port.port}`]?.port;
  return other === undefined
    ? port
    : ports.find(({ port: number, name }) => [number, name].includes(other));
}

/** How Azure's load balancer finds out whether a Gateway's proxies are well. */
export const gatewayProbeRules: readonly ExposureRule[] = [wrongProbe];
