import { gatewayParts } from './gatewayTopologies';
import { pick } from './random';
import {
  checkoutObjects,
  endpoint,
  ingressClass,
  metadata,
  Objects,
  pod,
} from './shop';

/** Makes the objects of one healthy service, different for each seed. */
export type Topology = (random: () => number) => Objects;

// Those that have no end of support, so that no finding is due.
const CONTROLLERS = [
  'azure/application-gateway',
  'alb.networking.azure.io/alb-controller',
  'istio.io/ingress-controller',
  'traefik.io/ingress-controller',
  'haproxy.org/ingress-controller',
  'haproxy-ingress.github.io/controller',
  'nginx.org/ingress-controller',
  'ingress-controllers.konghq.com/kong',
  'example.com/our-own',
];

const HOSTS = [
  'checkout.contoso.example',
  '*.pay.contoso.example',
  'xn--mnchen-3ya.contoso.example',
  undefined,
];

const PATHS = ['/', '/api', '/api/v1.0', '/~shop/a+b', '/%C3%BC'];

/** Pods, their Service and what is asked of it, without a way in. */
function backend(random: () => number) {
  const names = Array.from(
    { length: 1 + Math.floor(random() * 5) },
    (_, index) => `checkout-1-${index}`,
  );
  const byName = random() < 0.5;
  const number = pick(random, [80, 8080, 3000]);
  const families = random() < 0.3 ? ['IPv4', 'IPv6'] : ['IPv4'];
  return {
    number,
    port: byName ? { name: 'http' } : { number },
    changes: {
      service: {
        ports: [
          {
            name: 'http',
            port: number,
            targetPort: pick<number | string>(random, ['web', 8080]),
          },
          { name: 'metrics', port: 9102, targetPort: 8080 },
        ],
      },
      deployment: { replicas: names.length },
      deploymentStatus: {
        replicas: names.length,
        readyReplicas: names.length,
        updatedReplicas: names.length,
        availableReplicas: names.length,
      },
      pods: names.map(name => pod(name)),
    },
    slices: families.map(addressType => ({
      metadata: metadata(`checkout-${addressType.toLowerCase()}`, {
        labels: { 'kubernetes.io/service-name': 'checkout' },
      }),
      addressType,
      ports: [
        { name: 'http', port: 8080, protocol: 'TCP' },
        { name: 'metrics', port: 8080, protocol: 'TCP' },
      ],
      endpoints: names.map(name => endpoint(name, true)),
    })),
  };
}

const byIngress: Topology = random => {
  const { port, changes, slices } = backend(random);
  const controller = pick(random, CONTROLLERS);
  const naming = pick(random, ['field', 'annotation', 'default'] as const);
  const to = { service: { name: 'checkout', port } };
  const hosts = HOSTS.filter(() => random() < 0.5);
  return checkoutObjects({
    ...changes,
    ingressMetadata: {
      ...(naming === 'annotation' && {
        annotations: { 'kubernetes.io/ingress.class': 'outside' },
      }),
    },
    ingress: {
      ingressClassName: naming === 'field' ? 'outside' : undefined,
      ...(random() < 0.3 && { defaultBackend: to }),
      ...(random() < 0.5 && { tls: [{ hosts: hosts.slice(0, 1) }] }),
      rules: (hosts.length > 0 ? hosts : [HOSTS[0]]).map(host => ({
        ...(host && { host }),
        http: {
          paths: PATHS.filter((_, index) => index === 0 || random() < 0.3).map(
            path => ({
              path,
              pathType: pick(random, [
                'Prefix',
                'Exact',
                'ImplementationSpecific',
              ]),
              backend: to,
            }),
          ),
        },
      })),
    },
    ingressStatus: {
      loadBalancer: {
        ingress: [
          random() < 0.5
            ? { ip: '20.61.7.10' }
            : { hostname: 'abc.fz07.alb.azure.example' },
        ],
      },
    },
    instead: {
      IngressClass: [ingressClass('outside', controller, naming === 'default')],
      EndpointSlice: slices,
    },
  });
};

const byLoadBalancer: Topology = random => {
  const { changes, slices } = backend(random);
  return checkoutObjects({
    ...changes,
    service: { ...changes.service, type: 'LoadBalancer' },
    serviceStatus: {
      loadBalancer: {
        ingress: [{ ip: pick(random, ['20.61.7.10', '10.224.0.9']) }],
      },
    },
    instead: { Ingress: [], EndpointSlice: slices },
  });
};

const byGateway: Topology = random => {
  const { number, changes, slices } = backend(random);
  return together(
    checkoutObjects({
      ...changes,
      instead: { Ingress: [], IngressClass: [], EndpointSlice: slices },
    }),
    gatewayParts(random, number),
  );
};

// Whoever moves from one to the other has both for a while.
const byIngressAndGateway: Topology = random => {
  const ingress = byIngress(random);
  return together(ingress, gatewayParts(random, portIn(ingress)));
};

const byLoadBalancerAndGateway: Topology = random => {
  const balanced = byLoadBalancer(random);
  return together(balanced, gatewayParts(random, portIn(balanced)));
};

function portIn({ Service = [] }: Objects): number {
  const [service] = Service as { spec: { ports: { port: number }[] } }[];
  return service.spec.ports[0].port;
}

/** Objects of both, kind by kind. */
function together(one: Objects, other: Objects): Objects {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    ([...kinds] as (keyof Objects)[]).map(kind => [
      kind,
      [...(one[kind] ?? []), ...(other[kind] ?? [])],
    ]),
  );
}

/** Every kind of healthy way in; each takes part in the property test. */
export const topologies: Readonly<Record<string, Topology>> = {
  Ingress: byIngress,
  'load balancer': byLoadBalancer,
  Gateway: byGateway,
  'Ingress and a Gateway': byIngressAndGateway,
  'load balancer and a Gateway': byLoadBalancerAndGateway,
};
