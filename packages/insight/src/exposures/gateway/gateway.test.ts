import {
  condition,
  GatewayChanges,
  gatewayObjects,
  parentStatus,
} from '../../testing/gateway';
import { exposuresAmong, hopLine, metadata } from '../../testing/shop';

const HEALTHY =
  'address:ok listener:ok route:ok service:ok endpoints:ok pods:ok';

type Options = Parameters<typeof exposuresAmong>[1];

function exposures(changes: GatewayChanges = {}, options: Options = {}) {
  return exposuresAmong(gatewayObjects(changes), options).exposures;
}

function exposure(changes: GatewayChanges = {}, options: Options = {}) {
  const [only, ...others] = exposures(changes, options);
  expect(others).toEqual([]);
  return only;
}

describe('a healthy route of the Gateway API', () => {
  it('is ok at every hop and says what stands there', () => {
    const only = exposure();
    expect(hopLine(only)).toBe(HEALTHY);
    expect(only).toMatchObject({
      host: 'checkout.contoso.example',
      paths: [{ path: '/', pathType: 'PathPrefix' }],
      tls: false,
      className: 'approuting-istio',
      stack: { id: 'app-routing-gateway', support: 'supported' },
      addresses: [{ ip: '20.61.7.20' }],
      route: { kind: 'HTTPRoute', namespace: 'shop', name: 'checkout' },
      sentence:
        'checkout.contoso.example reaches its pods: 2 running · 1 zone.',
    });
    expect(only.hops.map(({ subject }) => subject)).toEqual([
      '20.61.7.20 · public',
      'app routing · Gateway API · public/http:80',
      'checkout / PathPrefix',
      'checkout:80 → web',
      '2 of 2 ready',
      '2 running · 1 zone',
    ]);
    expect(only.hops.flatMap(({ finding }) => finding ?? [])).toEqual([]);
  });

  it('carries the fields that led to its verdict', () => {
    const evidence = exposure()
      .hops.slice(0, 3)
      .flatMap(hop =>
        hop.evidence.map(
          ({ object, field, value }) => `${object.kind} ${field}: ${value}`,
        ),
      );
    expect(evidence).toEqual([
      'Gateway status.addresses[0].value: 20.61.7.20',
      'GatewayClass spec.controllerName: istio.io/gateway-controller',
      'Gateway status.conditions[Accepted]: True Accepted',
      'Gateway status.conditions[Programmed]: True Programmed',
      'Gateway status.listeners[http].conditions[Accepted]: True Accepted',
      'Gateway status.listeners[http].conditions[Programmed]: True Programmed',
      'Gateway status.listeners[http].conditions[ResolvedRefs]: True ResolvedRefs',
      'Gateway status.listeners[http].conditions[Conflicted]: False NoConflicts',
      'HTTPRoute spec.hostnames: checkout.contoso.example',
      'HTTPRoute spec.rules[0].backendRefs[0]: checkout:80',
      'HTTPRoute status.parents[public].conditions[Accepted]: True Accepted',
      'HTTPRoute status.parents[public].conditions[ResolvedRefs]: True ResolvedRefs',
    ]);
  });

  it.each(['GRPCRoute', 'TLSRoute'] as const)('may be a %s', kind => {
    const isTls = kind === 'TLSRoute';
    const { HTTPRoute, ...objects } = gatewayObjects({
      listener: isTls
        ? { protocol: 'TLS', port: 443, tls: { mode: 'Passthrough' } }
        : {},
      route: {
        rules: [
          {
            ...(!isTls && {
              matches: [{ method: { service: 'shop.Cart', method: 'Add' } }],
            }),
            backendRefs: [{ name: 'checkout', port: 80 }],
          },
        ],
      },
    });
    const found = exposuresAmong({ ...objects, [kind]: HTTPRoute }).exposures;
    expect(found.map(hopLine)).toEqual([HEALTHY]);
    expect(found[0]).toMatchObject({
      tls: isTls,
      paths: isTls ? [] : [{ path: 'shop.Cart/Add', pathType: 'Method' }],
    });
  });
});

describe('the ways in that a route opens', () => {
  const backendRefs = [{ name: 'checkout', port: 80 }];

  function opened(changes: GatewayChanges) {
    return exposures(changes).map(({ host, tls, paths, id }) => ({
      host,
      tls,
      paths: paths.map(({ path, pathType }) => `${path} ${pathType}`),
      id,
    }));
  }

  it('are one for each listener and host', () => {
    expect(
      opened({
        listeners: [
          { name: 'http', port: 80, protocol: 'HTTP' },
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            hostname: '*.contoso.example',
          },
          {
            name: 'other',
            port: 443,
            protocol: 'HTTPS',
            hostname: '*.fabrikam.example',
          },
        ],
        route: {
          hostnames: ['a.contoso.example', 'b.example'],
          rules: [{ backendRefs }],
        },
      }),
    ).toEqual([
      {
        host: 'a.contoso.example',
        tls: false,
        paths: ['/ PathPrefix'],
        id: 'HTTPRoute/shop/checkout/a.contoso.example/checkout/80/Gateway/shop/public/http',
      },
      {
        host: 'a.contoso.example',
        tls: true,
        paths: ['/ PathPrefix'],
        id: 'HTTPRoute/shop/checkout/a.contoso.example/checkout/80/Gateway/shop/public/https',
      },
      {
        host: 'b.example',
        tls: false,
        paths: ['/ PathPrefix'],
        id: 'HTTPRoute/shop/checkout/b.example/checkout/80/Gateway/shop/public/http',
      },
    ]);
  });

  it('are named by the listener where the route names no host', () => {
    const changes = {
      route: { hostnames: [] },
      listener: { hostname: 'shop.contoso.example' },
    };
    expect(opened(changes).map(({ host }) => host)).toEqual([
      'shop.contoso.example',
    ]);
    expect(
      opened({ route: { hostnames: [] } }).map(({ host }) => host),
    ).toEqual(['']);
  });

  it('list the exact paths first, then the longest', () => {
    const path = (value: string, type = 'PathPrefix') => ({
      path: { type, value },
    });
    expect(
      opened({
        route: {
          rules: [
            { matches: [path('/'), path('/cart/items')], backendRefs },
            { matches: [path('/pay', 'Exact')], backendRefs },
          ],
        },
      })[0].paths,
    ).toEqual(['/pay Exact', '/cart/items PathPrefix', '/ PathPrefix']);
  });

  it('leave out rules that redirect, other kinds and meshes', () => {
    expect(
      opened({
        route: {
          rules: [
            { filters: [{ type: 'RequestRedirect', requestRedirect: {} }] },
            {
              backendRefs: [{ kind: 'Bucket', group: 'a.example', name: 'b' }],
            },
          ],
        },
      }),
    ).toEqual([]);
    expect(
      opened({
        route: {
          parentRefs: [{ group: '', kind: 'Service', name: 'checkout' }],
        },
      }),
    ).toEqual([]);
  });

  it.each([
    [{ sectionName: 'https' }, ['https']],
    [{ port: 80 }, ['http']],
    [{}, ['http', 'https']],
  ])('take the listeners that the parent %j names', (ref, expected) => {
    const parentRef = { name: 'public', ...ref };
    const found = exposures({
      listeners: [
        { name: 'http', port: 80, protocol: 'HTTP' },
        { name: 'https', port: 443, protocol: 'HTTPS' },
      ],
      route: { parentRefs: [parentRef] },
      parents: [
        parentStatus(parentRef, [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'True'),
        ]),
      ],
    });
    expect(found.map(({ id }) => id.split('/').at(-1))).toEqual(expected);
    expect(found.every(({ verdict }) => verdict === 'ok')).toBe(true);
  });

  it('share the traffic by weight, and say so where there is none', () => {
    const share = (weight: number) =>
      exposure({
        route: {
          rules: [
            {
              backendRefs: [
                { name: 'checkout', port: 80, weight },
                { name: 'catalog', port: 80, weight: 9 },
              ],
            },
          ],
        },
      }).hops[2];
    expect(share(1)).toMatchObject({
      verdict: 'ok',
      status: 'leads to checkout:80, 1 of 10',
    });
    expect(share(0)).toMatchObject({
      verdict: 'ok',
      status: 'leads to checkout:80 with weight 0',
      finding: { rule: 'IN55', severity: 'info' },
    });
  });
});

describe('what a controller says', () => {
  const old = (type: string, status = 'True') =>
    condition(type, status, type, { observedGeneration: 1 });

  it.each<[string, GatewayChanges, string, string]>([
    [
      'the Gateway',
      { gatewayMetadata: { generation: 2 } },
      'address:ok listener:unknown route:ok',
      'the controller has not yet looked at the newest version of the Gateway shop/public',
    ],
    [
      'the route',
      { routeMetadata: { generation: 2 } },
      'address:ok listener:ok route:unknown',
      'the controller has not yet looked at the newest version of the HTTPRoute shop/checkout',
    ],
    [
      'a failure of the route',
      {
        routeMetadata: { generation: 2 },
        conditions: [old('Accepted', 'False'), old('ResolvedRefs', 'False')],
      },
      'address:ok listener:ok route:unknown',
      'the controller has not yet looked at the newest version of the HTTPRoute shop/checkout',
    ],
  ])(
    'of an older version of %s is no word on this one',
    (_, changes, line, clause) => {
      const only = exposure(changes);
      expect(hopLine(only)).toContain(line);
      expect(only.verdict).toBe('unknown');
      expect(only.sentence).toBe(
        `Whether checkout.contoso.example reaches a pod is not known: ${clause}.`,
      );
    },
  );

  it('does not count where it no longer serves the class', () => {
    const only = exposure({
      parents: [
        parentStatus(
          { name: 'public' },
          [condition('Accepted', 'True'), condition('ResolvedRefs', 'True')],
          'gone.example/controller',
        ),
      ],
    });
    expect(only.hops[2].finding?.rule).toBe('IN53');
  });

  it('is not invented where it is silent on Gateway or listener', () => {
    expect(hopLine(exposure({ gatewayStatus: { conditions: [] } }))).toContain(
      'listener:unknown',
    );
    expect(hopLine(exposure({ listenerConditions: [] }))).toContain(
      'listener:unknown',
    );
  });
});

describe('a Gateway of the platform', () => {
  const route = { parentRefs: [{ name: 'public', namespace: 'platform' }] };
  const parents = (status: string, reason = 'Accepted') => [
    parentStatus({ name: 'public', namespace: 'platform' }, [
      condition('Accepted', status, reason),
      condition('ResolvedRefs', 'True'),
    ]),
  ];
  const notPlatform = { isReadable: (name: string) => name !== 'platform' };
  const elsewhere: GatewayChanges = {
    gatewayMetadata: { namespace: 'platform' },
    route,
    parents: parents('True'),
    listener: { allowedRoutes: { namespaces: { from: 'All' } } },
  };

  it('is shown where the caller may see its namespace', () => {
    expect(hopLine(exposure(elsewhere))).toBe(HEALTHY);
  });

  it('is not known where not, which is not the same as missing', () => {
    const only = exposure(
      { route, parents: parents('True'), instead: { Gateway: [] } },
      notPlatform,
    );
    expect(hopLine(only)).toBe(
      'address:unknown listener:unknown route:ok service:ok endpoints:ok pods:ok',
    );
    expect(only.hops[0].status).toBe('not visible to you');
    expect(only.sentence).toBe(
      'Whether checkout.contoso.example reaches a pod is not known: the Gateway platform/public is not visible to you.',
    );
  });

  it('is heard through the status of the route', () => {
    const only = exposure(
      {
        route,
        parents: parents('False', 'NotAllowedByListeners'),
        instead: { Gateway: [] },
      },
      notPlatform,
    );
    expect(hopLine(only)).toContain('route:broken');
    expect(only.hops[2].finding).toMatchObject({
      rule: 'IN25',
      remedy: {
        text: 'Ask those who keep the Gateway platform/public which hosts, namespaces and kinds its listeners take.',
      },
    });
  });

  it('is missing where the namespace is visible and has none', () => {
    const only = exposure({
      route,
      parents: parents('True'),
      instead: { Gateway: [] },
    });
    expect(only.hops[1].finding?.rule).toBe('IN50');
    expect(only.sentence).toBe(
      'checkout.contoso.example does not reach a pod: the Gateway platform/public does not exist.',
    );
  });

  it.each([
    ['All', undefined, 'ok'],
    ['Same', undefined, 'broken'],
    ['Selector', { matchLabels: { team: 'pay' } }, 'ok'],
    ['Selector', { matchLabels: { team: 'other' } }, 'broken'],
    ['Selector', undefined, 'broken'],
  ])('takes namespaces from %s %j: %s', (from, selector, verdict) => {
    const only = exposure({
      ...elsewhere,
      listener: { allowedRoutes: { namespaces: { from, selector } } },
      parents:
        verdict === 'ok'
          ? parents('True')
          : parents('False', 'NotAllowedByListeners'),
    });
    expect(only.hops[2].verdict).toBe(verdict);
  });
});

describe('a Service in another namespace', () => {
  const rules = [
    { backendRefs: [{ name: 'checkout', namespace: 'shop', port: 80 }] },
  ];
  const other = { namespace: 'edge' };

  it('is reached by a route and a Gateway of the platform', () => {
    const only = exposure({
      gatewayMetadata: other,
      routeMetadata: other,
      route: { rules },
    });
    expect(hopLine(only)).toBe(HEALTHY);
    expect(only.hops[2].status).toBe('leads to shop/checkout:80');
    expect(only.id).toContain('/shop/checkout/80/');
  });

  it('that is not visible is not called missing', () => {
    const only = exposure(
      {
        route: {
          rules: [
            { backendRefs: [{ name: 'till', namespace: 'hidden', port: 80 }] },
          ],
        },
      },
      {
        roots: [{ kind: 'HTTPRoute', namespace: 'shop', name: 'checkout' }],
        isReadable: name => name !== 'hidden',
      },
    );
    expect(hopLine(only)).toBe(
      'address:ok listener:ok route:ok service:unknown endpoints:unknown pods:unknown',
    );
    expect(only.sentence).toContain('hidden/till:80 is not visible to you');
  });
});

describe('a ListenerSet', () => {
  const set = (changes: { from?: string; conditions?: object[] } = {}) => ({
    gateway: {
      allowedListeners: { namespaces: { from: changes.from ?? 'Same' } },
    },
    route: {
      parentRefs: [{ kind: 'ListenerSet', name: 'more' }],
      hostnames: ['checkout.contoso.example'],
    },
    parents: [
      parentStatus({ kind: 'ListenerSet', name: 'more' }, [
        condition('Accepted', 'True'),
        condition('ResolvedRefs', 'True'),
      ]),
    ],
    instead: {
      ListenerSet: [
        {
          metadata: metadata('more', { generation: 1 }),
          spec: {
            parentRef: { name: 'public' },
            listeners: [
              {
                name: 'pay',
                port: 8443,
                protocol: 'HTTPS',
                hostname: '*.contoso.example',
              },
            ],
          },
          status: {
            conditions: changes.conditions ?? [
              condition('Accepted', 'True'),
              condition('Programmed', 'True'),
            ],
            listeners: [
              {
                name: 'pay',
                conditions: [
                  condition('Accepted', 'True'),
                  condition('Programmed', 'True'),
                  condition('ResolvedRefs', 'True'),
                ],
              },
            ],
          },
        },
      ],
    },
  });

  it('adds listeners to its Gateway', () => {
    const only = exposure(set());
    expect(hopLine(only)).toBe(HEALTHY);
    expect(only.hops[1].subject).toBe(
      'app routing · Gateway API · more/pay:8443',
    );
    expect(only.sentence).toMatch(/^checkout\.contoso\.example:8443 reaches/);
  });

  it('is broken where its Gateway does not take it', () => {
    const only = exposure(
      set({
        from: 'None',
        conditions: [condition('Accepted', 'False', 'NotAllowed')],
      }),
    );
    expect(only.hops[1].finding?.rule).toBe('IN51');
  });
});
