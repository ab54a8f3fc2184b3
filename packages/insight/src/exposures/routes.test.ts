import {
  checkoutExposure,
  checkoutObjects,
  endpoint,
  exposuresAmong,
  hopLine,
  metadata,
  pod,
} from '../testing/shop';

const BACKEND = { service: { name: 'checkout', port: { name: 'http' } } };
const OTHER = { service: { name: 'catalog', port: { number: 80 } } };

function path(value: string, pathType = 'Prefix', backend: object = BACKEND) {
  return { path: value, pathType, backend };
}

/** Host, paths and id of each exposure that an Ingress spec opens. */
function openedBy(ingress: object) {
  return exposuresAmong(checkoutObjects({ ingress })).exposures.map(
    ({ host, paths, tls, id }) => ({
      host,
      paths: paths.map(entry => `${entry.path} ${entry.pathType}`),
      tls,
      id,
    }),
  );
}

describe('the ways in that an Ingress opens', () => {
  it('are one for each host, with the paths in their order of precedence', () => {
    expect(
      openedBy({
        rules: [
          {
            host: 'b.contoso.example',
            http: {
              paths: [
                path('/'),
                path('/api/v1'),
                path('/api', 'Exact'),
                path('/api'),
                path('/catalog', 'Prefix', OTHER),
              ],
            },
          },
          { host: 'a.contoso.example', http: { paths: [path('/')] } },
        ],
        tls: [{ hosts: ['a.contoso.example'], secretName: 'a' }],
      }),
    ).toEqual([
      {
        host: 'a.contoso.example',
        paths: ['/ Prefix'],
        tls: true,
        id: 'Ingress/shop/checkout/a.contoso.example/checkout/http',
      },
      {
        host: 'b.contoso.example',
        paths: ['/api/v1 Prefix', '/api Exact', '/api Prefix', '/ Prefix'],
        tls: false,
        id: 'Ingress/shop/checkout/b.contoso.example/checkout/http',
      },
    ]);
  });

  it('join rules that repeat a host', () => {
    const host = 'a.contoso.example';
    const opened = openedBy({
      rules: [
        { host, http: { paths: [path('/a')] } },
        { host, http: { paths: [path('/long')] } },
      ],
    });
    expect(opened.map(({ paths }) => paths)).toEqual([
      ['/long Prefix', '/a Prefix'],
    ]);
  });

  it('include the default backend, for any host and for hosts without paths', () => {
    expect(
      openedBy({
        defaultBackend: BACKEND,
        rules: [{ host: 'a.contoso.example' }],
      }),
    ).toEqual([
      {
        host: '',
        paths: [],
        tls: false,
        id: 'Ingress/shop/checkout//checkout/http/default',
      },
      {
        host: 'a.contoso.example',
        paths: [],
        tls: false,
        id: 'Ingress/shop/checkout/a.contoso.example/checkout/http/default',
      },
    ]);
  });

  it.each([
    [[{ hosts: ['*.contoso.example'] }], true],
    [[{ hosts: ['contoso.example', '*.example'] }], false],
    [[{ secretName: 'all' }], true],
    [[], false],
  ])('ask for TLS as their entries %j say', (tls, expected) => {
    const rules = [{ host: 'a.contoso.example', http: { paths: [path('/')] } }];
    expect(openedBy({ rules, tls })[0].tls).toBe(expected);
  });

  it('leave out what is no Service, and what is another service', () => {
    const resource = { kind: 'StorageBucket', name: 'assets' };
    const changes = {
      ingress: {
        rules: [
          {
            host: 'a.contoso.example',
            http: {
              paths: [
                path('/assets', 'Prefix', { resource }),
                path('/nothing', 'Prefix', {}),
                path('/catalog', 'Prefix', OTHER),
              ],
            },
          },
        ],
      },
    };
    expect(exposuresAmong(checkoutObjects(changes)).exposures).toEqual([]);
  });

  it('are called by their path or address where that says more', () => {
    const rules = [
      { host: 'a.contoso.example', http: { paths: [path('/pay')] } },
      { http: { paths: [path('/')] } },
    ];
    const { exposures } = exposuresAmong(
      checkoutObjects({ ingress: { rules } }),
    );
    expect(exposures.map(({ sentence }) => sentence)).toEqual([
      '20.61.7.10 reaches its pods: 2 running · 1 zone.',
      'a.contoso.example/pay reaches its pods: 2 running · 1 zone.',
    ]);
  });
});

describe('a Service of type LoadBalancer', () => {
  const service = {
    type: 'LoadBalancer',
    ports: [
      { name: 'http', port: 80, targetPort: 'web' },
      { name: 'https', port: 443, targetPort: 'web' },
    ],
  };
  const slicePorts = [
    { name: 'http', port: 8080 },
    { name: 'https', port: 8080 },
  ];
  const instead = { Ingress: [] };

  it('is address, listener and route in one, for each of its ports', () => {
    const { exposures } = exposuresAmong(
      checkoutObjects({
        service,
        slicePorts,
        instead,
        serviceStatus: { loadBalancer: { ingress: [{ ip: '10.1.2.3' }] } },
      }),
    );
    expect(exposures.map(hopLine)).toEqual([
      'address:ok service:ok endpoints:ok pods:ok',
      'address:ok service:ok endpoints:ok pods:ok',
    ]);
    expect(exposures.map(({ sentence }) => sentence)).toEqual([
      '10.1.2.3:443 reaches its pods: 2 running · 1 zone.',
      '10.1.2.3:80 reaches its pods: 2 running · 1 zone.',
    ]);
    expect(exposures[0].hops[0].subject).toBe('10.1.2.3 · private');
    expect(exposures[0].route.kind).toBe('Service');
  });

  it('is broken while Azure gives it no address', () => {
    const { exposures } = exposuresAmong(
      checkoutObjects({ service, slicePorts, instead }),
    );
    expect(hopLine(exposures[0])).toBe(
      'address:broken service:ok endpoints:ok pods:ok',
    );
    expect(exposures[0].hops[0].finding).toMatchObject({
      rule: 'IN01',
      remedy: { command: 'kubectl --namespace=shop describe service/checkout' },
    });
  });
});

describe('a Service without pods of its own', () => {
  const roots = [{ kind: 'Service', namespace: 'shop', name: 'checkout' }];

  it('leads out of the cluster as an ExternalName, which is not judged', () => {
    const exposure = checkoutExposure(
      {
        service: { type: 'ExternalName', externalName: 'pay.fabrikam.example' },
        endpoints: [],
      },
      { roots },
    );
    expect(hopLine(exposure)).toBe(
      'address:ok listener:ok route:ok service:ok endpoints:unknown',
    );
    expect(exposure.sentence).toBe(
      'Whether checkout.contoso.example reaches a pod is not known: it leads out of the cluster to pay.fabrikam.example, which is not looked at.',
    );
  });

  it.each([
    ['has a ready endpoint', true, 'ok', undefined],
    ['has none', false, 'broken', 'IN12'],
  ])('without a selector, %s', (_, ready, verdict, rule) => {
    const exposure = checkoutExposure(
      {
        service: { selector: undefined },
        endpoints: [{ addresses: ['10.9.0.4'], conditions: { ready } }],
      },
      { roots },
    );
    expect(exposure.hops.map(({ kind }) => kind)).not.toContain('pods');
    expect(exposure.verdict).toBe(verdict);
    expect(exposure.hops.at(-1)?.finding?.rule).toBe(rule);
  });
});

describe('what belongs to a service', () => {
  const wrongSelector = { service: { selector: { app: 'chekout' } } };
  const missing = { instead: { Service: [], EndpointSlice: [] } };

  it.each([
    ['a Service that selects a root', {}, 'Deployment', 'checkout', 1],
    ['a pod that is a root', {}, 'Pod', 'checkout-1-a', 1],
    ['a Service that is a root', wrongSelector, 'Service', 'checkout', 1],
    [
      'a Service called like a root',
      wrongSelector,
      'Deployment',
      'checkout',
      1,
    ],
    ['a missing one called like a root', missing, 'Deployment', 'checkout', 1],
    ['a missing one behind an Ingress', missing, 'Ingress', 'checkout', 1],
    ['a Service that selects another', {}, 'Deployment', 'catalog', 0],
    ['another one behind an Ingress', {}, 'Ingress', 'checkout', 0],
    ['a missing one called otherwise', missing, 'Deployment', 'catalog', 0],
  ])('%s', (_, changes, kind, name, expected) => {
    const { exposures } = exposuresAmong(checkoutObjects(changes), {
      roots: [{ kind, namespace: 'shop', name }],
    });
    expect(exposures).toHaveLength(expected);
  });

  it('does not reach over to another namespace', () => {
    const { exposures } = exposuresAmong(checkoutObjects(), {
      roots: [{ kind: 'Deployment', namespace: 'other', name: 'checkout' }],
    });
    expect(exposures).toEqual([]);
  });

  it('counts the pods of a workload that is not collected', () => {
    const ownerReferences = [
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        name: 'checkout',
        controller: true,
      },
    ];
    const exposure = checkoutExposure(
      {
        instead: { Deployment: [], ReplicaSet: [] },
        pods: [
          pod('checkout-0', { metadata: { ownerReferences } }),
          pod('checkout-1', {
            metadata: { ownerReferences },
            status: { phase: 'Pending' },
          }),
        ],
        endpoints: [
          endpoint('checkout-0', true),
          endpoint('checkout-1', false),
        ],
      },
      {
        roots: [{ kind: 'StatefulSet', namespace: 'shop', name: 'checkout' }],
      },
    );
    expect(exposure.hops.at(-1)).toMatchObject({
      verdict: 'warning',
      subject: '1 of 2 ready · 1 zone',
    });
  });

  it('adds the pods of another workload to what a Deployment wants', () => {
    const canary = pod('canary', {
      metadata: { labels: { app: 'checkout-canary', tier: 'pay' } },
    });
    const both = ['checkout-1-a', 'checkout-1-b'].map(name =>
      pod(name, { metadata: { labels: { app: 'checkout', tier: 'pay' } } }),
    );
    const exposure = checkoutExposure({
      service: { selector: { tier: 'pay' } },
      deployment: {
        template: { metadata: { labels: { app: 'checkout', tier: 'pay' } } },
      },
      pods: [...both, canary],
    });
    expect(exposure.hops.at(-1)?.subject).toBe('3 running · 1 zone');
  });

  it('orders and names exposures the same whatever the order of records', () => {
    const objects = checkoutObjects();
    const second = {
      metadata: metadata('another'),
      spec: {
        ingressClassName: 'traefik',
        rules: [{ host: 'a.contoso.example', http: { paths: [path('/')] } }],
      },
    };
    const ids = (ingresses: object[]) =>
      exposuresAmong({ ...objects, Ingress: ingresses }).exposures.map(
        ({ id }) => id,
      );
    const first = objects.Ingress?.[0] ?? {};
    expect(ids([first, second])).toEqual(ids([second, first]));
  });
});
