import { gatewayObjects } from '../testing/gateway';
import {
  checkoutObjects,
  endpoint,
  exposuresAmong,
  hopLine,
  metadata,
  Objects,
  pod,
} from '../testing/shop';

const ADDRESS = '20.61.7.10';

interface Proxy {
  namespace?: string;
  name?: string;
  address?: string;
  labels?: Record<string, string>;
  ready?: boolean;
  hostNetwork?: boolean;
}

function withProxy(
  objects: Objects,
  {
    namespace = 'ingress',
    name = 'traefik',
    address = ADDRESS,
    labels = { app: 'traefik' },
    ready = true,
    hostNetwork = false,
  }: Proxy = {},
): Objects {
  return {
    ...objects,
    Service: [
      ...(objects.Service ?? []),
      {
        metadata: metadata(name, { namespace }),
        spec: {
          type: 'LoadBalancer',
          selector: labels,
          ports: [{ name: 'http', port: 80, targetPort: 8000 }],
        },
        status: { loadBalancer: { ingress: [{ ip: address }] } },
      },
    ],
    Pod: [
      ...(objects.Pod ?? []),
      pod('proxy-a', {
        metadata: { namespace, labels, ownerReferences: [] },
        spec: { hostNetwork },
      }),
    ],
    EndpointSlice: [
      ...(objects.EndpointSlice ?? []),
      {
        metadata: metadata(`${name}-x7k`, {
          namespace,
          labels: { 'kubernetes.io/service-name': name },
        }),
        addressType: 'IPv4',
        ports: [{ name: 'http', port: 8000, protocol: 'TCP' }],
        endpoints: [endpoint('proxy-a', ready)],
      },
    ],
  };
}

function policyFor(app: string): object {
  return {
    metadata: metadata('guard'),
    spec: {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            { namespaceSelector: {}, podSelector: { matchLabels: { app } } },
          ],
        },
      ],
    },
  };
}

describe('the load balancer that holds the address of an Ingress', () => {
  it.each([
    [
      'is not ready',
      { ready: false },
      'listener:broken route:- service:- endpoints:- pods:-',
    ],
    ['is ready', {}, 'listener:ok route:ok service:ok endpoints:ok pods:ok'],
    [
      'holds another address',
      { ready: false, address: '20.61.7.11' },
      'listener:ok route:ok service:ok endpoints:ok pods:ok',
    ],
  ])('is judged with the way in: %s', (_, proxy, hops) => {
    const { exposures } = exposuresAmong(withProxy(checkoutObjects(), proxy));
    expect(exposures).toHaveLength(1);
    expect(hopLine(exposures[0])).toBe(`address:ok ${hops}`);
  });

  it.each([
    ['lets its pods in', 'traefik', {}, 'ok'],
    ['lets others in', 'monitoring', {}, 'broken'],
    // From the network of their nodes they send with the nodes’ addresses.
    [
      'lets others in, and they are on the nodes',
      'monitoring',
      { hostNetwork: true },
      'unknown',
    ],
  ])(
    'tells who sends to the pods, where a policy by labels %s',
    (_, app, proxy, verdict) => {
      const objects = withProxy(checkoutObjects(), proxy);
      const { exposures } = exposuresAmong({
        ...objects,
        NetworkPolicy: [policyFor(app)],
      });
      const pods = exposures[0].hops.find(({ kind }) => kind === 'pods');
      expect(pods?.verdict).toBe(verdict);
    },
  );

  it('leaves it open who sends where it is not seen', () => {
    const { exposures } = exposuresAmong({
      ...checkoutObjects(),
      NetworkPolicy: [policyFor('monitoring')],
    });
    expect(exposures[0].verdict).toBe('unknown');
  });
});

describe('the load balancer that was made for a Gateway', () => {
  const proxy = {
    namespace: 'shop',
    name: 'public-approuting-istio',
    address: '20.61.7.20',
    labels: { 'gateway.networking.k8s.io/gateway-name': 'public' },
  };

  it('stands beside the Gateway’s address', () => {
    const { exposures } = exposuresAmong(withProxy(gatewayObjects(), proxy));
    expect(exposures[0].verdict).toBe('ok');
    expect(exposures[0].hops[0].evidence).toContainEqual({
      object: {
        kind: 'Service',
        namespace: 'shop',
        name: 'public-approuting-istio',
      },
      field: 'health probe',
      value: 'TCP on no port yet, every 5 s',
    });
  });

  it('breaks the way in when no proxy behind it is ready', () => {
    const { exposures } = exposuresAmong(
      withProxy(gatewayObjects(), { ...proxy, ready: false }),
    );
    expect(exposures[0].sentence).toBe(
      'checkout.contoso.example does not reach a pod: no pod behind the Service shop/public-approuting-istio is ready, through which the traffic comes in.',
    );
  });

  it('is not looked for where Azure itself takes the traffic', () => {
    const objects = gatewayObjects({
      gatewayClass: {
        name: 'azure-alb-external',
        controller: 'alb.networking.azure.io/alb-controller',
      },
    });
    const { exposures } = exposuresAmong(
      withProxy(objects, { ...proxy, ready: false }),
    );
    expect(exposures[0].hops[1].finding?.rule).not.toBe('IN62');
  });
});
