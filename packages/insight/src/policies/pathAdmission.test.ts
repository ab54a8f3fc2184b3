import {
  checkoutExposure,
  checkoutObjects,
  exposuresAmong,
  ingressClass,
  metadata,
  pod,
} from '../testing/shop';
import { gatewayObjects } from '../testing/gateway';

function policy(ingress: object[] | undefined, podSelector: object = {}) {
  return {
    metadata: metadata('guard'),
    spec: { podSelector, policyTypes: ['Ingress'], ingress },
  };
}

const from = (...peers: object[]) => policy([{ from: peers }]);

const namespaced = (labels: Record<string, string>, pods?: object) => ({
  namespaceSelector: { matchLabels: labels },
  ...(pods && { podSelector: { matchLabels: pods } }),
});

const named = (name: string, pods?: object) =>
  namespaced({ 'kubernetes.io/metadata.name': name }, pods);

const NGINX = [
  ingressClass('traefik', 'webapprouting.kubernetes.azure.com/nginx'),
];

const AGIC = [ingressClass('traefik', 'azure/application-gateway')];

function podsBehind(
  NetworkPolicy: object[],
  instead: object = {},
  options: Parameters<typeof checkoutExposure>[1] = {},
) {
  const { hops } = checkoutExposure(
    { instead: { IngressClass: NGINX, NetworkPolicy, ...instead } },
    options,
  );
  return hops[hops.length - 1];
}

describe('pods that a NetworkPolicy keeps apart', () => {
  it('are cut off from the NGINX of application routing, and from it alone', () => {
    const hop = podsBehind([from(named('monitoring'))]);
    expect(hop).toMatchObject({
      verdict: 'broken',
      finding: { rule: 'IN61', severity: 'error' },
    });
    expect(hop.finding?.cause).toContain(
      'NetworkPolicy shop/guard selects 2 pods behind the Service',
    );
    expect(hop.finding?.remedy.command).toBe(
      `kubectl --namespace=shop patch networkpolicy/guard --type=json '--patch=[{"op":"add","path":"/spec/ingress/-","value":{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"app-routing-system"}},"podSelector":{"matchLabels":{"app":"nginx"}}}],"ports":[{"port":8080,"protocol":"TCP"}]}}]'`,
    );
  });

  it.each<[string, object[]]>([
    ['no policy', []],
    ['one for other pods', [policy([], { matchLabels: { app: 'db' } })]],
    ['one that names its namespace', [from(named('app-routing-system'))]],
    [
      'one that names its namespace and pods',
      [from(named('app-routing-system', { app: 'nginx' }))],
    ],
    [
      'one beside one that lets nobody in',
      [policy([]), from({ namespaceSelector: {} })],
    ],
  ])('are reached with %s', (_, policies) => {
    expect(podsBehind(policies).verdict).toBe('ok');
  });

  it('are unknown while the labels of the namespace are', () => {
    const byTeam = [from(namespaced({ team: 'platform' }))];
    expect(podsBehind(byTeam)).toMatchObject({
      verdict: 'unknown',
      status: 'a NetworkPolicy may cut them off',
    });
    const namespace = (team: string) => ({
      Namespace: [
        { metadata: { name: 'app-routing-system', labels: { team } } },
      ],
    });
    expect(podsBehind(byTeam, namespace('platform')).verdict).toBe('ok');
    expect(podsBehind(byTeam, namespace('shop')).verdict).toBe('broken');
  });

  it('are unknown behind a controller that may run anywhere, and cut off from it where nobody gets in', () => {
    const traefik = {
      IngressClass: [ingressClass('traefik', 'traefik.io/ingress-controller')],
    };
    expect(podsBehind([from(named('edge'))], traefik).verdict).toBe('unknown');
    const hop = podsBehind([policy([])], traefik);
    expect(hop.verdict).toBe('broken');
    expect(hop.finding?.remedy.command).toBe(
      'kubectl --namespace=shop describe networkpolicy/guard',
    );
  });

  it.each<[string, object, string]>([
    ['pods alone', namespaced({}), 'broken'],
    ['some addresses', { ipBlock: { cidr: '10.0.0.0/8' } }, 'unknown'],
    ['every address', { ipBlock: { cidr: '0.0.0.0/0' } }, 'ok'],
  ])('let a gateway of Azure in by addresses: %s', (_, peer, verdict) => {
    const hop = podsBehind([from(peer)], { IngressClass: AGIC });
    expect(hop.verdict).toBe(verdict);
  });

  it('are not judged by policies that are not known', () => {
    const hop = podsBehind(
      [policy([])],
      {},
      {
        freshness: { NetworkPolicy: { state: 'forbidden' } },
      },
    );
    expect(hop.verdict).toBe('ok');
  });

  it('count one by one', () => {
    const hop = podsBehind([policy([], { matchLabels: { canary: 'true' } })], {
      Pod: [
        pod('checkout-1-a'),
        pod('checkout-1-b', {
          metadata: { labels: { app: 'checkout', canary: 'true' } },
        }),
      ],
    });
    expect(hop).toMatchObject({
      verdict: 'warning',
      status: '1 of 2 cut off by a NetworkPolicy',
    });
  });

  it('are unknown in the network of their node, where none is sure to hold', () => {
    const { Deployment: [deployment] = [] } = checkoutObjects() as {
      Deployment?: { spec: { template: { spec: object } } }[];
    };
    const hop = podsBehind([policy([])], {
      Deployment: [
        {
          ...deployment,
          spec: {
            ...deployment.spec,
            template: {
              ...deployment.spec.template,
              spec: { ...deployment.spec.template.spec, hostNetwork: true },
            },
          },
        },
      ],
    });
    expect(hop.verdict).toBe('unknown');
  });
});

describe('the pods of a Gateway', () => {
  function podsOfRoute(NetworkPolicy: object[], name?: string) {
    const { exposures } = exposuresAmong({
      ...gatewayObjects({ gatewayClass: { name } }),
      NetworkPolicy,
    });
    const { hops } = exposures[0];
    return hops[hops.length - 1].verdict;
  }

  const GATEWAY_PODS = 'gateway.networking.k8s.io/gateway-name';

  it('stand beside it with application routing', () => {
    expect(podsOfRoute([from(named('shop'))])).toBe('ok');
    expect(
      podsOfRoute([
        from({ podSelector: { matchLabels: { [GATEWAY_PODS]: 'public' } } }),
      ]),
    ).toBe('ok');
    expect(podsOfRoute([from(named('app-routing-system'))])).toBe('broken');
    expect(
      podsOfRoute([from({ podSelector: { matchLabels: { app: 'x' } } })]),
    ).toBe('unknown');
  });

  it('may stand anywhere with another Istio whose Service is not there', () => {
    expect(podsOfRoute([from(named('edge'))], 'istio')).toBe('unknown');
  });
});

describe('pods behind a load balancer', () => {
  function podsOf(externalTrafficPolicy: string, NetworkPolicy: object[]) {
    const hop = checkoutExposure({
      service: { type: 'LoadBalancer', externalTrafficPolicy },
      serviceStatus: { loadBalancer: { ingress: [{ ip: '20.61.7.11' }] } },
      instead: { Ingress: [], NetworkPolicy },
    }).hops.find(({ kind }) => kind === 'pods');
    return [hop?.verdict, hop?.finding?.rule];
  }

  it('are cut off by a policy without a rule where the client’s address stays', () => {
    expect(podsOf('Local', [policy([])])).toEqual(['broken', 'IN61']);
  });

  it('are in doubt where a node’s address stands for the client’s', () => {
    expect(podsOf('Cluster', [policy([])])).toEqual(['warning', 'IN61']);
  });

  it('are reached where everybody is let in', () => {
    expect(podsOf('Cluster', [policy([{}])])).toEqual(['ok', undefined]);
  });
});
