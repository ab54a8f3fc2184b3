import { hostListSchema } from '@backstage-aks/plugin-aks-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../../__testUtils__/component';
import {
  exposedWorkload,
  ingress,
  ingressClass,
  namespace,
} from '../../__testUtils__/manifests';
import {
  startTestPortal,
  TestPortal,
} from '../../__testUtils__/startTestPortal';
import { TestCluster, TestFleet } from '../../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const ID = 'backstage.io/kubernetes-id';

/** Ingresses to a Service that does not exist. */
function brokenHosts(count: number) {
  return Array.from({ length: count }, (_, index) =>
    ingress({
      namespace: 'many',
      name: `broken-${index}`,
      host: `b${String(index).padStart(3, '0')}.many.example`,
      service: 'gone',
    }),
  );
}

describe('GET /hosts', () => {
  let portal: TestPortal;
  let staging: TestCluster;
  let now: Date;

  beforeAll(async () => {
    now = new Date('2026-11-24T12:00:00Z');
    const fleet = await TestFleet.create(databases);
    const shop = exposedWorkload({
      namespace: 'shop',
      name: 'web',
      host: 'web.example',
    }).map(manifest =>
      manifest.kind === 'Service'
        ? {
            ...manifest,
            metadata: { ...manifest.metadata, labels: { [ID]: 'web' } },
          }
        : manifest,
    );
    await fleet.addCluster('prod', 'production', [
      ingressClass(),
      namespace('shop', { owner: 'storefront' }),
      ...shop,
      ingress({
        namespace: 'shop',
        name: 'old',
        host: 'old.example',
        service: 'gone',
      }),
      namespace('many'),
      ...brokenHosts(120),
    ]);
    staging = await fleet.addCluster('staging', 'staging', [
      ingressClass(),
      namespace('shop', { owner: 'storefront' }),
      ...exposedWorkload({
        namespace: 'shop',
        name: 'web',
        host: 'web.staging.example',
      }),
    ]);
    portal = await startTestPortal({
      fleet,
      now: () => now,
      entities: [
        component('web', { id: 'web', namespace: 'shop' }),
        component('elsewhere', { id: 'web', namespace: 'other' }),
        component('secret', { id: 'web' }),
      ],
      secretEntities: { secret: 'user:default/kai' },
    });
  });

  async function list(query = '') {
    const { status, body } = await portal.get(`/hosts${query}`);
    expect(status).toBe(200);
    expect(hostListSchema.parse(body)).toEqual(body);
    return hostListSchema.parse(body);
  }

  const hostsOf = ({ items }: { items: { host: string }[] }) =>
    items.map(({ host }) => host);

  it('says whose a host is and how it stands', async () => {
    const { items, totalItems } = await list('?query=web.example');
    expect(totalItems).toBe(1);
    expect(items).toEqual([
      {
        host: 'web.example',
        cluster: expect.objectContaining({ name: 'prod' }),
        route: { kind: 'Ingress', namespace: 'shop', name: 'web' },
        className: 'traefik',
        addresses: [{ ip: '203.0.113.10' }],
        tls: false,
        verdict: 'ok',
        sentence: expect.stringContaining('web.example reaches its pods'),
        owners: ['group:default/storefront'],
        entities: [{ entityRef: 'component:default/web' }],
      },
    ]);
  });

  it('names the rule and the remedy of what is broken', async () => {
    const { items } = await list('?query=old.example');
    expect(items).toMatchObject([
      {
        verdict: 'broken',
        brokenAt: 'route',
        finding: { rule: expect.stringMatching(/^IN/) },
      },
    ]);
    expect(items[0].finding?.remedy).not.toBe('');
  });

  it('finds by address', async () => {
    const { totalItems, items } = await list('?query=203.0.113.10&limit=1');
    expect(items).toHaveLength(1);
    expect(totalItems).toBe(123);
  });

  it('finds the host of a pasted URL', async () => {
    const url = encodeURIComponent(
      'https://web.example:443/api/catalog?page=2',
    );
    expect(hostsOf(await list(`?query=${url}`))).toEqual(['web.example']);
  });

  it('pages by host to the end, each host once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(`?limit=50${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.totalItems).toBe(123);
      seen.push(...hostsOf(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(123);
    expect(new Set(seen).size).toBe(123);
    expect([...seen].sort()).toEqual(seen);
  });

  it('filters by verdict, and fills the page as far as it judges', async () => {
    const ok = await list('?verdict=ok');
    expect(hostsOf(ok)).toEqual(['web.example', 'web.staging.example']);
    expect(ok).toMatchObject({ totalItems: 123, judged: 123 });
    expect(ok.nextCursor).toBeUndefined();

    const broken = await list('?verdict=broken,unknown&limit=100');
    expect(broken.items).toHaveLength(100);
    const rest = await list(
      `?verdict=broken,unknown&limit=100&cursor=${broken.nextCursor}`,
    );
    expect(rest.items).toHaveLength(21);
    expect(hostsOf(rest)).not.toContain(hostsOf(broken)[99]);
  });

  it('has the scopes of hosts that a filter by verdict leaves out', async () => {
    const all = await list('?query=old.example');
    const filtered = await list('?query=old.example&verdict=ok');
    expect(hostsOf(all)).toEqual(['old.example']);
    expect(hostsOf(filtered)).toEqual([]);
    expect([...filtered.scopes].sort()).toEqual([...all.scopes].sort());
    expect(all.scopes.length).toBeGreaterThan(
      (await list('?query=no.such.host')).scopes.length,
    );
  });

  it('filters by class, cluster and environment, and says by which', async () => {
    const { slug } = (await list()).clusters.find(
      ({ name }) => name === 'staging',
    )!;
    for (const query of [`?cluster=${slug}`, '?environment=staging']) {
      expect(hostsOf(await list(query))).toEqual(['web.staging.example']);
    }
    expect((await list('?class=traefik')).totalItems).toBe(123);
    expect((await list('?class=other')).totalItems).toBe(0);
    expect((await list()).classes).toEqual(['traefik']);
  });

  it('sees at once what changed', async () => {
    const verdict = async () =>
      (await list('?query=web.staging')).items[0].verdict;
    expect(await verdict()).toBe('ok');
    await staging.delete({
      kind: 'Service',
      namespace: 'shop',
      name: 'web',
    });
    expect(await verdict()).toBe('broken');
    await staging.apply(
      exposedWorkload({
        namespace: 'shop',
        name: 'web',
        host: 'web.staging.example',
      }),
    );
    expect(await verdict()).toBe('ok');
  });

  it('says where a source is not current, and turns nothing green', async () => {
    await staging.setKindFreshness('Service', { state: 'forbidden' });
    const page = await list('?environment=staging');
    expect(page.items[0].verdict).toBe('unknown');
    expect(page.sources).toMatchObject([
      { kinds: [{ kind: 'Service', freshness: { state: 'forbidden' } }] },
    ]);
    await staging.setKindFreshness('Service', { state: 'live' });
  });

  it.each(['Pod', 'EndpointSlice', 'ListenerSet'])(
    'says that %s is known only as it was',
    async kind => {
      await staging.setKindFreshness(kind, { state: 'stale' });
      const page = await list('?environment=staging');
      expect(page.sources).toMatchObject([
        { kinds: [{ kind, freshness: { state: 'stale' } }] },
      ]);
      await staging.setKindFreshness(kind, { state: 'live' });
    },
  );

  it.each(['stale', 'forbidden'] as const)(
    'says nothing of CronJobs, which are off the way, and %s',
    async state => {
      await staging.setKindFreshness('CronJob', { state });
      const page = await list('?environment=staging');
      expect(page.sources).toMatchObject([{ kinds: [] }]);
      await staging.setKindFreshness('CronJob', { state: 'live' });
    },
  );

  it.each([
    ['?limit=0', /limit/],
    ['?limit=101', /limit/],
    ['?verdict=fine', /verdict/],
    ['?cursor=nonsense', /first page/],
    ['?hots=typo', /hots/],
    [`?query=${'x'.repeat(2001)}`, /query/],
  ])('refuses %s', async (query, says) => {
    const { status, body } = await portal.get(`/hosts${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(says);
  });

  it('answers 304 while nothing has changed', async () => {
    const { headers } = await portal.get('/hosts?query=web');
    const again = await portal.get('/hosts?query=web', { etag: headers.etag });
    expect(again.status).toBe(304);
  });
});
