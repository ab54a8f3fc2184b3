import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../__testUtils__/component';
import {
  Manifest,
  namespace,
  service,
  workload,
} from '../__testUtils__/manifests';
import { ownersOnly } from '../__testUtils__/ownersOnly';
import { startTestPortal, TestPortal } from '../__testUtils__/startTestPortal';
import { TestCluster, TestFleet } from '../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const PLATFORM = 'user:default/pia';
const SHOP = 'user:default/sam';
const EXPOSURE = '/entities/component/default/web/exposure';

const gateway = (address = '20.61.7.20'): Manifest => ({
  kind: 'Gateway',
  metadata: { namespace: 'edge', name: 'public' },
  spec: {
    gatewayClassName: 'approuting-istio',
    listeners: [
      {
        name: 'http',
        port: 80,
        protocol: 'HTTP',
        allowedRoutes: { namespaces: { from: 'All' } },
      },
    ],
  },
  status: {
    addresses: [{ type: 'IPAddress', value: address }],
    conditions: conditions('Accepted', 'Programmed'),
    listeners: [
      {
        name: 'http',
        attachedRoutes: 1,
        conditions: conditions('Accepted', 'Programmed', 'ResolvedRefs'),
      },
    ],
  },
});

const parent = { name: 'public', namespace: 'edge' };

const route: Manifest = {
  kind: 'HTTPRoute',
  metadata: { namespace: 'shop', name: 'web' },
  spec: {
    hostnames: ['web.example'],
    parentRefs: [parent],
    rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
  },
  status: {
    parents: [
      {
        parentRef: parent,
        controllerName: 'istio.io/gateway-controller',
        conditions: conditions('Accepted', 'ResolvedRefs'),
      },
    ],
  },
};

const foreignRoute = (host: string): Manifest => ({
  ...route,
  metadata: { namespace: 'routes', name: 'web' },
  spec: {
    hostnames: [host],
    parentRefs: [parent],
    rules: [{ backendRefs: [{ name: 'web', namespace: 'shop', port: 80 }] }],
  },
});

const grant: Manifest = {
  kind: 'ReferenceGrant',
  metadata: { namespace: 'shop', name: 'routes' },
  spec: {
    from: [
      {
        group: 'gateway.networking.k8s.io',
        kind: 'HTTPRoute',
        namespace: 'routes',
      },
    ],
    to: [{ group: '', kind: 'Service' }],
  },
};

const gatewayClass: Manifest = {
  kind: 'GatewayClass',
  metadata: { name: 'approuting-istio' },
  spec: { controllerName: 'istio.io/gateway-controller' },
  status: { conditions: conditions('Accepted') },
};

function conditions(...types: string[]) {
  return types.map(type => ({ type, status: 'True', reason: type }));
}

// The route stands in the shop's namespace, its Gateway in the platform's.
describe('a service whose relations lead into another namespace', () => {
  let cluster: TestCluster;
  let portal: TestPortal;

  beforeEach(async () => {
    const fleet = await TestFleet.create(databases);
    cluster = await fleet.addCluster('weu', 'production', [
      namespace('shop', { owner: 'group:default/shop' }),
      namespace('edge', { owner: 'group:default/platform' }),
      gatewayClass,
      gateway(),
      route,
      ...workload({
        namespace: 'shop',
        name: 'web',
        labels: { app: 'web', 'backstage.io/kubernetes-id': 'web' },
      }),
      ...service({ namespace: 'shop', name: 'web' }),
    ]);
    portal = await startTestPortal({
      fleet,
      entities: [
        component('web', { selector: 'app=web', namespace: 'shop' }),
        component('by-id', { id: 'web', namespace: 'shop' }),
        component('of-the-route', { id: 'web', namespace: 'routes' }),
        component('of-another-cluster', { id: 'web', cluster: 'neu' }),
        // What the selector asks for counts, and not the identifier.
        component('overruled', { id: 'web', selector: 'app=other' }),
      ],
      policy: ownersOnly(['group:default/shop'], SHOP),
    });
  });

  const exposureFor = async (user: string, etag?: string) => {
    const { status, body, headers } = await portal.get(EXPOSURE, {
      user,
      etag,
    });
    const [exposure] = body.environments?.[0]?.exposures ?? [];
    return { status, exposure, body, etag: headers.etag as string };
  };

  it('shows the Gateway to who may read its namespace', async () => {
    const { exposure } = await exposureFor(PLATFORM);
    expect(exposure).toMatchObject({
      host: 'web.example',
      addresses: [{ ip: '20.61.7.20' }],
      verdict: 'ok',
    });
  });

  it('says to others that it is not visible, and nothing of it', async () => {
    const { exposure, body } = await exposureFor(SHOP);
    expect(exposure.verdict).toBe('unknown');
    expect(exposure.sentence).toContain('Gateway edge/public is not visible');
    expect(JSON.stringify(body)).not.toContain('20.61.7.20');
    // What the route itself names is theirs to see; the namespace is no more
    // hidden than any other.
    expect(body.hidden).toEqual({ count: 0, namespaces: [] });
  });

  it('lists its host with the address, or says that it is not visible', async () => {
    const { body: seen } = await portal.get('/hosts', { user: PLATFORM });
    expect(seen.items).toMatchObject([
      { className: 'approuting-istio', addresses: [{ ip: '20.61.7.20' }] },
    ]);
    expect(seen.items[0]).not.toHaveProperty('unseen');

    const { body: hidden } = await portal.get('/hosts', { user: SHOP });
    expect(hidden.items).toMatchObject([
      {
        addresses: [],
        unseen: { addresses: 'not-visible', className: 'not-visible' },
      },
    ]);
    expect(hidden.items[0]).not.toHaveProperty('className');
  });

  it.each([
    ['the platform', [PLATFORM, SHOP]],
    ['the shop', [SHOP, PLATFORM]],
  ])('shares no answer between them, %s asking first', async (_, users) => {
    const verdicts = new Map<string, string>();
    for (const user of [...users, ...users]) {
      verdicts.set(user, (await exposureFor(user)).exposure.verdict);
    }
    expect(Object.fromEntries(verdicts)).toEqual({
      [PLATFORM]: 'ok',
      [SHOP]: 'unknown',
    });
  });

  it('answers anew when the Gateway changes, to who sees it', async () => {
    const seen = await exposureFor(PLATFORM);
    const hidden = await exposureFor(SHOP);
    expect((await exposureFor(PLATFORM, seen.etag)).status).toBe(304);

    await cluster.apply([gateway('20.61.7.21')]);

    const changed = await exposureFor(PLATFORM, seen.etag);
    expect(changed.status).toBe(200);
    expect(changed.exposure.addresses).toEqual([{ ip: '20.61.7.21' }]);
    expect((await exposureFor(SHOP, hidden.etag)).status).toBe(304);
  });

  it('links a host to what names its workload, wherever its route stands', async () => {
    await cluster.apply([
      namespace('routes', { owner: 'group:default/platform' }),
      grant,
      foreignRoute('other.example'),
    ]);
    const { body } = await portal.get('/hosts?query=other', { user: PLATFORM });
    expect(body.items).toMatchObject([
      {
        route: { namespace: 'routes' },
        entities: [
          { entityRef: 'component:default/web' },
          { entityRef: 'component:default/by-id' },
        ],
      },
    ]);
  });

  it('shows a route of yet another namespace once it comes, and when it goes', async () => {
    const before = await exposureFor(PLATFORM);
    await cluster.apply([
      namespace('routes', { owner: 'group:default/platform' }),
      grant,
    ]);
    const granted = await exposureFor(PLATFORM);
    const hostsOf = ({ body }: { body: typeof before.body }) =>
      body.environments[0].exposures.map(({ host }: { host: string }) => host);

    await cluster.apply([foreignRoute('other.example')]);
    const came = await exposureFor(PLATFORM, granted.etag);
    expect(came.status).toBe(200);
    expect(hostsOf(came).sort()).toEqual(['other.example', 'web.example']);

    await cluster.apply([foreignRoute('renamed.example')]);
    const renamed = await exposureFor(PLATFORM, came.etag);
    expect(hostsOf(renamed).sort()).toEqual(['renamed.example', 'web.example']);

    await cluster.delete({
      kind: 'HTTPRoute',
      namespace: 'routes',
      name: 'web',
    });
    const went = await exposureFor(PLATFORM, renamed.etag);
    expect(hostsOf(went)).toEqual(['web.example']);
  });

  it('has who sees the Gateway follow its namespace as well', async () => {
    const seen = await exposureFor(PLATFORM);
    const hidden = await exposureFor(SHOP);
    expect(seen.body.scopes).toEqual(
      expect.arrayContaining(hidden.body.scopes),
    );
    // And the cluster's names, as another may come to hold the Gateway's address.
    expect(seen.body.scopes).toHaveLength(hidden.body.scopes.length + 2);
  });

  it('tells a Gateway that does not exist from one that is hidden', async () => {
    await cluster.delete({
      kind: 'Gateway',
      namespace: 'edge',
      name: 'public',
    });
    const gone = await exposureFor(PLATFORM);
    expect(gone.exposure.verdict).toBe('broken');
    const hidden = await exposureFor(SHOP);
    expect(hidden.exposure.verdict).toBe('unknown');
  });
});
