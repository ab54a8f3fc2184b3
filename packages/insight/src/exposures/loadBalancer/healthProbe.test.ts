import { project } from '../../project/project';
import { ServiceRecord } from '../../records/networking';
import { healthProbeOf } from './healthProbe';

const PREFIX = 'service.beta.kubernetes.io/';

function probe(
  annotations: Record<string, string> = {},
  port: object = {},
  spec: object = {},
) {
  const service = project('Service', {
    metadata: {
      name: 'web',
      namespace: 'shop',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          PREFIX + key,
          value,
        ]),
      ),
    },
    spec: {
      type: 'LoadBalancer',
      ports: [
        { name: 'http', port: 80, nodePort: 30080, ...port },
        { name: 'health', port: 8080, nodePort: 30088 },
      ],
      ...spec,
    },
  })?.record as ServiceRecord;
  return healthProbeOf(service, service.ports[0]);
}

const GLOBAL = 'azure-load-balancer-health-probe-';
const OWN = 'port_80_health-probe_';
const LOCAL = { externalTrafficPolicy: 'Local', healthCheckNodePort: 31000 };

describe('healthProbeOf', () => {
  // The decision of buildHealthProbeRulesForPort and getExpectedLBRules.
  it.each<[string, Parameters<typeof probe>, object]>([
    [
      'nothing said: TCP on the node port',
      [],
      { protocol: 'tcp', port: 30080, interval: 5, failures: 2, by: 'default' },
    ],
    [
      'the protocol of the application, which brings the path /',
      [{}, { appProtocol: 'http' }],
      { protocol: 'http', port: 30080, path: '/', by: 'appProtocol' },
    ],
    [
      'an unknown protocol of the application',
      [{}, { appProtocol: 'kubernetes.io/h2c' }],
      { protocol: 'tcp', by: 'appProtocol' },
    ],
    [
      'the protocol of the application before that of all ports',
      [{ [`${GLOBAL}protocol`]: 'tcp' }, { appProtocol: 'HTTPS' }],
      { protocol: 'https', path: '/', by: 'appProtocol' },
    ],
    [
      'the protocol of the port before all others',
      [{ [`${OWN}protocol`]: 'tcp' }, { appProtocol: 'http' }],
      { protocol: 'tcp', by: 'annotation' },
    ],
    [
      'the protocol of all ports',
      [{ [`${GLOBAL}protocol`]: 'Https' }],
      { protocol: 'https', path: '/', by: 'annotation' },
    ],
    [
      'the path of all ports',
      [{ [`${GLOBAL}request-path`]: '/healthz' }, { appProtocol: 'http' }],
      { protocol: 'http', path: '/healthz' },
    ],
    [
      'the path of the port',
      [
        {
          [`${GLOBAL}request-path`]: '/healthz',
          [`${OWN}request-path`]: '/ready',
        },
        { appProtocol: 'http' },
      ],
      { path: '/ready' },
    ],
    [
      'no path for TCP',
      [{ [`${GLOBAL}request-path`]: '/healthz' }],
      { protocol: 'tcp', path: undefined },
    ],
    [
      'another port of the Service by name',
      [{ [`${OWN}port`]: 'Health' }],
      { port: 30088 },
    ],
    [
      'another port of the Service by number',
      [{ [`${OWN}port`]: '8080' }],
      { port: 30088 },
    ],
    [
      'a port that is none of the Service',
      [{ [`${OWN}port`]: '15021' }],
      { port: 15021 },
    ],
    [
      'the numbers of all ports and of the port',
      [{ [`${GLOBAL}interval`]: '10', [`${OWN}num-of-probe`]: '4' }],
      { interval: 10, failures: 4 },
    ],
    [
      'local traffic: kube-proxy',
      [{ [`${GLOBAL}protocol`]: 'tcp' }, { appProtocol: 'https' }, LOCAL],
      { protocol: 'http', port: 31000, path: '/healthz', by: 'local traffic' },
    ],
    [
      'local traffic with a port of its own',
      [{ [`${OWN}port`]: '8080' }, {}, LOCAL],
      { protocol: 'tcp', port: 30088 },
    ],
    [
      'local traffic of UDP: kube-proxy as well',
      [{}, { protocol: 'UDP' }, LOCAL],
      { protocol: 'http', port: 31000 },
    ],
    ['UDP: nothing', [{}, { protocol: 'UDP' }], { protocol: 'none' }],
    ['SCTP: nothing', [{}, { protocol: 'SCTP' }], { protocol: 'none' }],
    [
      'a port that is not to be probed',
      [{ port_80_no_probe_rule: 'true' }],
      { protocol: 'none' },
    ],
  ])('%s', (_, args, expected) => {
    const found = probe(...args);
    expect({ path: undefined, ...found }).toMatchObject(expected);
  });
});
