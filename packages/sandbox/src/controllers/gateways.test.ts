import { useClockedCluster } from '../__testUtils__/clockedCluster';
import { service } from '../__testUtils__/controlledCluster';
import { objectsIn, valueAt } from '../objects/json';

const API = 'gateway.networking.k8s.io/v1';

function gatewayClass(name: string, controllerName: string) {
  return {
    apiVersion: API,
    kind: 'GatewayClass',
    metadata: { name },
    spec: { controllerName },
  };
}

const CLASSES = [
  gatewayClass('approuting-istio', 'istio.io/gateway-controller'),
  gatewayClass('azure-alb-external', 'alb.networking.azure.io/alb-controller'),
  gatewayClass('other', 'example.com/gateways'),
];

const HTTP = { name: 'http', port: 80, protocol: 'HTTP' };

function gateway(spec: object = {}) {
  return {
    apiVersion: API,
    kind: 'Gateway',
    metadata: { name: 'shared', namespace: 'default' },
    spec: {
      gatewayClassName: 'approuting-istio',
      listeners: [HTTP],
      ...spec,
    },
  };
}

function route(spec: object = {}, namespace = 'default', kind = 'HTTPRoute') {
  return {
    apiVersion: API,
    kind,
    metadata: { name: 'web', namespace },
    spec: {
      parentRefs: [{ name: 'shared', namespace: 'default' }],
      rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
      ...spec,
    },
  };
}

const WEB = service('web', { ports: [{ port: 80 }] });
const TEAM = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'team' },
};

describe('the controllers of the Gateway API', () => {
  const clocked = useClockedCluster();
  const { pass, get, conditions } = clocked;
  const ofClass = (name: string) =>
    objectsIn(
      valueAt(
        clocked.cluster.objects.get('GatewayClass', undefined, name),
        'status.conditions',
      ),
    )
      .map(({ type, status }) => `${type} ${status}`)
      .join();
  const listeners = (kind = 'Gateway', name = 'shared') =>
    objectsIn(valueAt(get(kind, name), 'status.listeners'));
  const listener = (name: string) => {
    const found = listeners().find(one => one.name === name);
    return objectsIn(found?.conditions).map(
      ({ type, status, reason }) => `${type} ${status} ${reason}`,
    );
  };
  const parents = (namespace = 'default', kind = 'HTTPRoute') =>
    objectsIn(
      valueAt(
        clocked.cluster.objects.get(kind, namespace, 'web'),
        'status.parents',
      ),
    );
  const verdicts = (namespace?: string, kind?: string) =>
    parents(namespace, kind).flatMap(parent =>
      objectsIn(parent.conditions).map(
        ({ type, status, reason }) => `${type} ${status} ${reason}`,
      ),
    );

  it('accept the classes of their own', () => {
    clocked.cluster.load(CLASSES);
    pass(1);
    expect(ofClass('approuting-istio')).toBe('Accepted True');
    expect(ofClass('azure-alb-external')).toBe('Accepted True');
    expect(ofClass('other')).not.toContain('Accepted True');
  });

  it('make proxies and a load balancer, and say when they serve', () => {
    clocked.cluster.load([
      ...CLASSES,
      WEB,
      gateway({ infrastructure: { annotations: { 'example.com/a': 'b' } } }),
      route(),
    ]);
    pass(1);
    expect(conditions('Gateway', 'shared')).toEqual([
      'Accepted True Accepted',
      'Programmed False AddressNotAssigned',
      'ResolvedRefs True ResolvedRefs',
    ]);
    pass(300);
    expect(conditions('Gateway', 'shared')).toContain(
      'Programmed True Programmed',
    );
    expect(get('Gateway', 'shared')?.status).toMatchObject({
      addresses: [{ type: 'IPAddress', value: '20.61.7.20' }],
      listeners: [
        {
          name: 'http',
          attachedRoutes: 1,
          supportedKinds: [{ kind: 'HTTPRoute' }, { kind: 'GRPCRoute' }],
        },
      ],
    });
    expect(get('Service', 'shared-approuting-istio')).toMatchObject({
      metadata: {
        annotations: { 'example.com/a': 'b' },
        labels: { 'gateway.networking.k8s.io/gateway-name': 'shared' },
        ownerReferences: [{ kind: 'Gateway', name: 'shared' }],
      },
      spec: { type: 'LoadBalancer' },
    });
    expect(
      valueAt(
        get('Deployment', 'shared-approuting-istio'),
        'status.readyReplicas',
      ),
    ).toBe(2);
    expect(listener('http')).toEqual([
      'Accepted True Accepted',
      'Conflicted False NoConflicts',
      'Programmed True Programmed',
      'ResolvedRefs True ResolvedRefs',
    ]);
    expect(verdicts()).toEqual([
      'Accepted True Accepted',
      'ResolvedRefs True ResolvedRefs',
    ]);
    expect(parents()).toMatchObject([
      {
        controllerName: 'istio.io/gateway-controller',
        parentRef: { name: 'shared', namespace: 'default' },
      },
    ]);

    clocked.cluster.objects.delete('Gateway', 'default', 'shared');
    pass(300);
    expect(get('Service', 'shared-approuting-istio')).toBeUndefined();
    expect(get('Deployment', 'shared-approuting-istio')).toBeUndefined();
    expect(parents()).toEqual([]);
  });

  it('let the load balancer follow the listeners', () => {
    clocked.cluster.load([...CLASSES, gateway()]);
    pass(60);
    clocked.cluster.objects.update('Gateway', 'default', 'shared', current => ({
      ...current,
      spec: {
        ...(current.spec as object),
        listeners: [HTTP, { name: 'more', port: 8080, protocol: 'HTTP' }],
      },
    }));
    pass(60);
    expect(
      objectsIn(
        valueAt(get('Service', 'shared-approuting-istio'), 'spec.ports'),
      ).map(({ name, port }) => `${name} ${port}`),
    ).toEqual(['status-port 15021', 'http 80', 'more 8080']);
  });

  it('say that the load balancer has no address', () => {
    clocked.cluster.load([
      ...CLASSES,
      gateway({
        infrastructure: {
          annotations: {
            'service.beta.kubernetes.io/azure-load-balancer-ipv4':
              '203.0.113.7',
          },
        },
      }),
    ]);
    pass(600);
    expect(conditions('Gateway', 'shared')).toContain(
      'Programmed False AddressNotAssigned',
    );
    expect(
      objectsIn(valueAt(get('Gateway', 'shared'), 'status.conditions'))[1]
        .message,
    ).toBe(
      'Assigned to service(s) shared-approuting-istio.default.svc.cluster.local:80, but failed to assign to all requested addresses: address pending for hostname "shared-approuting-istio.default.svc.cluster.local"',
    );
  });

  it('give Application Gateway for Containers a name instead', () => {
    clocked.cluster.load([
      ...CLASSES,
      gateway({
        gatewayClassName: 'azure-alb-external',
        listeners: [HTTP, { name: 'odd', port: 8080, protocol: 'HTTP' }],
      }),
    ]);
    pass(60);
    expect(get('Gateway', 'shared')?.status).toMatchObject({
      addresses: [
        {
          type: 'Hostname',
          value: expect.stringMatching(/^\w+\.fz94\.alb\.azure\.com$/),
        },
      ],
    });
    expect(conditions('Gateway', 'shared')).toEqual([
      'Accepted True ListenersNotValid',
      'Programmed True Programmed',
    ]);
    expect(listener('odd')[0]).toBe('Accepted False PortUnavailable');
    expect(get('Service', 'shared-azure-alb-external')).toBeUndefined();
  });

  it('leave Gateways of other classes alone', () => {
    clocked.cluster.load([
      ...CLASSES,
      gateway({ gatewayClassName: 'other' }),
      route(),
    ]);
    pass(60);
    expect(conditions('Gateway', 'shared')).not.toContain(
      'Accepted True Accepted',
    );
    expect(parents()).toEqual([]);
    expect(get('Service', 'shared-other')).toBeUndefined();
  });

  it.each([
    [
      'UnsupportedProtocol',
      { ...HTTP, name: 'bad', port: 53, protocol: 'UDP' },
      'Accepted False UnsupportedProtocol',
    ],
    [
      'ProtocolConflict',
      { ...HTTP, name: 'bad', protocol: 'TCP' },
      'Conflicted True ProtocolConflict',
    ],
    [
      'InvalidRouteKinds',
      {
        ...HTTP,
        name: 'bad',
        port: 81,
        allowedRoutes: { kinds: [{ kind: 'TLSRoute' }] },
      },
      'ResolvedRefs False InvalidRouteKinds',
    ],
    [
      'InvalidCertificateRef',
      {
        name: 'bad',
        port: 443,
        protocol: 'HTTPS',
        tls: { certificateRefs: [{ name: 'tls' }] },
      },
      'ResolvedRefs False InvalidCertificateRef',
    ],
    [
      'RefNotPermitted',
      {
        name: 'bad',
        port: 443,
        protocol: 'HTTPS',
        tls: { certificateRefs: [{ name: 'tls', namespace: 'team' }] },
      },
      'ResolvedRefs False RefNotPermitted',
    ],
  ])('say of a listener: %s', (_, bad, verdict) => {
    clocked.cluster.load([
      ...CLASSES,
      TEAM,
      gateway({ listeners: [HTTP, bad] }),
    ]);
    pass(60);
    expect(listener('bad')).toContain(verdict);
    expect(listener('bad')[2]).toMatch(/^Programmed False/);
    expect(listener('http')).toContain('Programmed True Programmed');
    expect(conditions('Gateway', 'shared')[0]).toBe(
      'Accepted True ListenersNotValid',
    );
  });

  it('use a certificate of another namespace where that is granted', () => {
    clocked.cluster.load([
      ...CLASSES,
      TEAM,
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'tls', namespace: 'team' },
      },
      {
        apiVersion: API,
        kind: 'ReferenceGrant',
        metadata: { name: 'gateways', namespace: 'team' },
        spec: {
          from: [
            {
              group: 'gateway.networking.k8s.io',
              kind: 'Gateway',
              namespace: 'default',
            },
          ],
          to: [{ group: '', kind: 'Secret', name: 'tls' }],
        },
      },
      gateway({
        listeners: [
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            tls: { certificateRefs: [{ name: 'tls', namespace: 'team' }] },
          },
        ],
      }),
    ]);
    pass(60);
    expect(listener('https')).toContain('ResolvedRefs True ResolvedRefs');
    clocked.cluster.objects.delete('ReferenceGrant', 'team', 'gateways');
    pass(60);
    expect(listener('https')).toContain('ResolvedRefs False RefNotPermitted');
    expect(conditions('Gateway', 'shared')[0]).toBe(
      'Accepted False ListenersNotValid',
    );
  });

  const DOCS = { ...HTTP, hostname: '*.docs.example' };

  it.each([
    [
      'a port that is not there',
      gateway(),
      route({ parentRefs: [{ name: 'shared', port: 81 }] }),
      'Accepted False NoMatchingParent',
    ],
    [
      'a listener that is not there',
      gateway(),
      route({ parentRefs: [{ name: 'shared', sectionName: 'https' }] }),
      'Accepted False NoMatchingParent',
    ],
    [
      'a host name of no listener',
      gateway({ listeners: [DOCS] }),
      route({ hostnames: ['shop.example'] }),
      'Accepted False NoMatchingListenerHostname',
    ],
    [
      'a host name under a wildcard',
      gateway({ listeners: [DOCS] }),
      route({ hostnames: ['a.docs.example'] }),
      'Accepted True Accepted',
    ],
    [
      'a kind that the listener does not take',
      gateway({
        listeners: [
          { ...HTTP, allowedRoutes: { kinds: [{ kind: 'GRPCRoute' }] } },
        ],
      }),
      route(),
      'Accepted False NotAllowedByListeners',
    ],
    [
      'a backend that is not there',
      gateway(),
      route({ rules: [{ backendRefs: [{ name: 'gone', port: 80 }] }] }),
      'ResolvedRefs False BackendNotFound',
    ],
    [
      'a backend of another kind',
      gateway(),
      route({
        rules: [{ backendRefs: [{ name: 'web', kind: 'Pod', port: 80 }] }],
      }),
      'ResolvedRefs False InvalidKind',
    ],
    [
      'a backend of another namespace',
      gateway(),
      route({
        rules: [
          { backendRefs: [{ name: 'web', namespace: 'team', port: 80 }] },
        ],
      }),
      'ResolvedRefs False RefNotPermitted',
    ],
  ])('say of a route with %s', (_, shared, web, verdict) => {
    clocked.cluster.load([...CLASSES, TEAM, WEB, shared, web]);
    pass(60);
    expect(verdicts()).toContain(verdict);
    expect(listeners()[0].attachedRoutes).toBe(
      verdict.startsWith('Accepted False') ? 0 : 1,
    );
  });

  it.each([
    [undefined, 'Accepted False NotAllowedByListeners'],
    [{ from: 'All' }, 'Accepted True Accepted'],
    [
      { from: 'Selector', selector: { matchLabels: { edge: 'open' } } },
      'Accepted True Accepted',
    ],
    [
      { from: 'Selector', selector: { matchLabels: { edge: 'closed' } } },
      'Accepted False NotAllowedByListeners',
    ],
  ])('let routes of namespaces join by %j', (namespaces, verdict) => {
    clocked.cluster.load([
      ...CLASSES,
      {
        ...TEAM,
        metadata: { ...TEAM.metadata, labels: { edge: 'open' } },
      },
      gateway({
        listeners: [
          { ...HTTP, ...(namespaces && { allowedRoutes: { namespaces } }) },
        ],
      }),
      route({}, 'team'),
    ]);
    pass(60);
    expect(verdicts('team')[0]).toBe(verdict);
  });

  it('serve GRPCRoutes and TLSRoutes as well', () => {
    clocked.cluster.load([
      ...CLASSES,
      WEB,
      gateway({
        listeners: [
          HTTP,
          {
            name: 'tls',
            port: 443,
            protocol: 'TLS',
            tls: { mode: 'Passthrough' },
          },
        ],
      }),
      route({}, 'default', 'GRPCRoute'),
      route({ hostnames: ['a.example'] }, 'default', 'TLSRoute'),
    ]);
    pass(60);
    expect(verdicts('default', 'GRPCRoute')[0]).toBe('Accepted True Accepted');
    expect(verdicts('default', 'TLSRoute')[0]).toBe('Accepted True Accepted');
    expect(listeners().map(({ attachedRoutes }) => attachedRoutes)).toEqual([
      1, 1,
    ]);
  });

  it.each([
    [undefined, 'Accepted False NotAllowed', []],
    [{ from: 'All' }, 'Accepted True Accepted', ['own']],
  ])('let ListenerSets join by %j', (namespaces, verdict, names) => {
    clocked.cluster.load([
      ...CLASSES,
      WEB,
      gateway({ ...(namespaces && { allowedListeners: { namespaces } }) }),
      {
        apiVersion: API,
        kind: 'ListenerSet',
        metadata: { name: 'more', namespace: 'default' },
        spec: {
          parentRef: { name: 'shared' },
          listeners: [{ name: 'own', port: 8080, protocol: 'HTTP' }],
        },
      },
      route({ parentRefs: [{ kind: 'ListenerSet', name: 'more' }] }),
    ]);
    pass(60);
    expect(conditions('ListenerSet', 'more')[0]).toBe(verdict);
    expect(listeners('ListenerSet', 'more').map(({ name }) => name)).toEqual(
      names,
    );
    expect(verdicts()[0].startsWith('Accepted True')).toBe(names.length > 0);
  });
});
