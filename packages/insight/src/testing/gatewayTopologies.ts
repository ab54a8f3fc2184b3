import { condition, ISTIO } from './gateway';
import { pick } from './random';
import { endpoint, metadata, Objects, pod } from './shop';

const GROUP = 'gateway.networking.k8s.io';

const ALB = 'alb.networking.azure.io/alb-controller';

// Application routing's and Azure's own, and others that have no end of support.
const CLASSES = [
  { name: 'approuting-istio', controller: ISTIO },
  { name: 'istio', controller: ISTIO },
  { name: 'istio', controller: 'istio.aks.azure.com/gateway-controller' },
  { name: 'azure-alb-external', controller: ALB },
  { name: 'traefik', controller: 'traefik.io/gateway-controller' },
  { name: 'own', controller: 'example.com/gateways' },
];

const HOSTS = ['checkout.contoso.example', '*.pay.contoso.example'];

const KINDS = ['HTTPRoute', 'GRPCRoute', 'TLSRoute'] as const;

type RouteKind = (typeof KINDS)[number];

const READY = [condition('Accepted', 'True'), condition('Programmed', 'True')];

const LISTENING = [
  ...READY,
  condition('ResolvedRefs', 'True'),
  condition('Conflicted', 'False', 'NoConflicts'),
];

/**
 * A Gateway and a route to one port of the checkout: with every sort of class,
 * listener, parent and namespace that makes no fault.
 */
export function gatewayParts(random: () => number, port: number): Objects {
  const { name: className, controller } = pick(random, CLASSES);
  const forContainers = controller === ALB;
  const kind: RouteKind = forContainers ? 'HTTPRoute' : pick(random, KINDS);
  const gatewayNamespace = pick(random, ['shop', 'edge']);
  const routeNamespace = pick(random, ['shop', 'shop', 'routes']);
  const viaSet = !forContainers && random() < 0.3;
  const listener = listenerFor(random, kind);
  const listeners = [listener];
  const status = [
    { name: listener.name, attachedRoutes: 1, conditions: LISTENING },
  ];
  const parent = {
    group: GROUP,
    kind: viaSet ? 'ListenerSet' : 'Gateway',
    name: viaSet ? 'more' : 'public',
    namespace: gatewayNamespace,
    ...(random() < 0.5 && { sectionName: listener.name }),
  };
  const address =
    forContainers || random() < 0.2
      ? { type: 'Hostname', value: 'a1.fz01.alb.azure.example' }
      : {
          type: 'IPAddress',
          value: pick(random, ['20.61.7.20', '10.224.0.8']),
        };
  const hasProxy = controller.startsWith('istio') && random() < 0.6;
  return {
    Namespace: ['shop', 'edge', 'routes'].map(name => ({
      metadata: {
        name,
        labels: { 'kubernetes.io/metadata.name': name, team: 'pay' },
      },
    })),
    GatewayClass: [
      {
        metadata: { name: className, generation: 1 },
        spec: { controllerName: controller },
        status: { conditions: [condition('Accepted', 'True')] },
      },
    ],
    Gateway: [
      {
        metadata: place('public', gatewayNamespace),
        spec: {
          gatewayClassName: className,
          listeners: viaSet ? [] : listeners,
          ...(viaSet && {
            allowedListeners: {
              namespaces: { from: pick(random, ['All', 'Same']) },
            },
          }),
        },
        status: {
          addresses: [address],
          conditions: READY,
          listeners: viaSet ? [] : status,
        },
      },
    ],
    ListenerSet: viaSet
      ? [
          {
            metadata: place('more', gatewayNamespace),
            spec: { parentRef: { name: 'public' }, listeners },
            status: { conditions: READY, listeners: status },
          },
        ]
      : [],
    [kind]: [
      {
        metadata: place('checkout', routeNamespace),
        spec: {
          parentRefs: [parent],
          ...(random() < 0.8 && {
            hostnames: HOSTS.slice(0, pick(random, [1, 2])),
          }),
          rules: [
            {
              ...(kind !== 'TLSRoute' && { matches: matchesOf(random, kind) }),
              backendRefs: [
                {
                  name: 'checkout',
                  namespace: 'shop',
                  port,
                  weight: pick(random, [1, 9, 100]),
                },
              ],
            },
          ],
        },
        status: {
          parents: [
            {
              parentRef: parent,
              controllerName: controller,
              conditions: [
                condition('Accepted', 'True'),
                condition('ResolvedRefs', 'True'),
              ],
            },
          ],
        },
      },
    ],
    ReferenceGrant:
      routeNamespace === 'shop'
        ? []
        : [
            {
              metadata: place('routes', 'shop'),
              spec: {
                from: [{ group: GROUP, kind, namespace: routeNamespace }],
                to: [{ group: '', kind: 'Service' }],
              },
            },
          ],
    ...(hasProxy &&
      proxyOf(random, {
        namespace: gatewayNamespace,
        name: `public-${className}`,
        port: listener.port,
        address,
      })),
  };
}

function listenerFor(random: () => number, kind: RouteKind) {
  const secure = kind === 'TLSRoute' || random() < 0.5;
  const from = pick(random, ['All', 'Selector'] as const);
  const overHttp = secure ? 'HTTPS' : 'HTTP';
  return {
    name: secure ? 'https' : 'http',
    port: secure ? 443 : 80,
    protocol: kind === 'TLSRoute' ? 'TLS' : overHttp,
    ...(random() < 0.3 && { hostname: '*.contoso.example' }),
    ...(secure && {
      tls:
        kind === 'TLSRoute'
          ? { mode: 'Passthrough' }
          : { certificateRefs: [{ name: 'checkout-tls' }] },
    }),
    allowedRoutes: {
      namespaces:
        from === 'Selector'
          ? { from, selector: { matchLabels: { team: 'pay' } } }
          : { from },
      ...(random() < 0.3 && { kinds: [{ group: GROUP, kind }] }),
    },
  };
}

function matchesOf(random: () => number, kind: RouteKind): object[] {
  const matches: object[] =
    kind === 'GRPCRoute'
      ? [{ method: { service: 'shop.Checkout', method: 'Pay' } }]
      : [
          { path: { type: 'PathPrefix', value: '/api' } },
          { path: { type: 'Exact', value: '/health' } },
        ];
  return matches.filter(() => random() < 0.6);
}

/** What Istio makes for a Gateway: a load balancer, and a proxy behind it. */
function proxyOf(
  random: () => number,
  options: {
    namespace: string;
    name: string;
    port: number;
    address: { type: string; value: string };
  },
): Objects {
  const { namespace, name, port, address } = options;
  const probe = `service.beta.kubernetes.io/port_${port}_health-probe`;
  const overHttp = random() < 0.5;
  const labels = { 'gateway.networking.k8s.io/gateway-name': 'public' };
  const service = {
    metadata: {
      ...place(name, namespace),
      labels,
      ...(overHttp && {
        annotations: {
          [`${probe}_protocol`]: 'http',
          [`${probe}_port`]: '15021',
          [`${probe}_request-path`]: '/healthz/ready',
        },
      }),
    },
    spec: {
      type: 'LoadBalancer',
      selector: labels,
      ports: [
        { name: 'status-port', port: 15021, nodePort: 31021 },
        {
          name: 'default',
          port,
          nodePort: 31080,
          ...(overHttp && { appProtocol: 'http' }),
        },
      ],
    },
    status: {
      loadBalancer: {
        ingress: [
          address.type === 'Hostname'
            ? { hostname: address.value }
            : { ip: address.value },
        ],
      },
    },
  };
  return {
    Service: [service],
    Pod: [
      pod('proxy-a', {
        metadata: {
          ...place('proxy-a', namespace),
          labels,
          ownerReferences: [],
        },
      }),
    ],
    EndpointSlice: [
      {
        metadata: {
          ...place('proxy-x7k', namespace),
          labels: { 'kubernetes.io/service-name': name },
        },
        addressType: 'IPv4',
        ports: [
          { name: 'status-port', port: 15021, protocol: 'TCP' },
          { name: 'default', port, protocol: 'TCP' },
        ],
        endpoints: [endpoint('proxy-a', true)],
      },
    ],
  };
}

function place(name: string, namespace: string): object {
  return metadata(name, { namespace, generation: 1 });
}
