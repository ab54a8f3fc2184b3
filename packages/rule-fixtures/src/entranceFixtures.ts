import { throughController, throughGateway } from './proxyManifests';
import { RuleFixture } from './RuleFixture';

/** Where traffic enters the cluster: the proxy's Service, and its pods. */
export const entranceFixtures: readonly RuleFixture[] = [
  {
    rule: 'IN33',
    name: 'a probe that asks the proxies of a Gateway for /',
    hop: 'address',
    severity: 'warning',
    broken: ({ namespace }) =>
      throughGateway(namespace, { appProtocol: 'http' }),
    healthy: ({ namespace }) =>
      throughGateway(namespace, {
        appProtocol: 'http',
        annotations: {
          'port_80_health-probe_protocol': 'http',
          'port_80_health-probe_port': '15021',
          'port_80_health-probe_request-path': '/healthz/ready',
        },
      }),
  },
  {
    rule: 'IN33',
    name: 'a probe of the status port for a path that it does not know',
    hop: 'address',
    severity: 'warning',
    broken: ({ namespace }) =>
      throughGateway(namespace, {
        appProtocol: 'http',
        annotations: { 'port_80_health-probe_port': '15021' },
      }),
    healthy: ({ namespace }) => throughGateway(namespace, {}),
  },
  {
    rule: 'IN62',
    name: 'a Gateway without a proxy that is ready',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => throughGateway(namespace, { ready: false }),
    healthy: ({ namespace }) => throughGateway(namespace, {}),
  },
  {
    rule: 'IN62',
    name: 'an ingress controller without a pod that is ready',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => throughController(namespace, { ready: false }),
    healthy: ({ namespace }) => throughController(namespace, {}),
  },
  {
    rule: 'IN63',
    name: 'a probe that asks the NGINX of an Ingress for /',
    hop: 'address',
    severity: 'warning',
    broken: ({ namespace }) =>
      throughController(namespace, {
        appProtocol: 'http',
        podLabels: { 'app.kubernetes.io/name': 'ingress-nginx' },
      }),
    healthy: ({ namespace }) =>
      throughController(namespace, {
        appProtocol: 'http',
        podLabels: { 'app.kubernetes.io/name': 'ingress-nginx' },
        annotations: {
          'azure-load-balancer-health-probe-request-path': '/healthz',
        },
      }),
  },
];
