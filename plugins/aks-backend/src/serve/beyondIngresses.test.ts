import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../__testUtils__/component';
import { exposureViewOf } from '../__testUtils__/exposureViewOf';
import {
  ingress,
  ingressClass,
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
const ADDRESS = '20.61.7.50';

const rival = ingress({
  namespace: 'rivals',
  name: 'secret-rival',
  host: 'web.example',
});

/** The controller's load balancer, which holds the address of the Ingress. */
function proxy(ready: boolean): Manifest[] {
  const place = { namespace: 'edge', name: 'secret-proxy' };
  return [
    {
      kind: 'Service',
      metadata: place,
      spec: {
        type: 'LoadBalancer',
        selector: { app: 'proxy' },
        ports: [{ name: 'http', port: 80, targetPort: 8000 }],
      },
      status: { loadBalancer: { ingress: [{ ip: ADDRESS }] } },
    },
    {
      kind: 'EndpointSlice',
      metadata: {
        ...place,
        labels: { 'kubernetes.io/service-name': place.name },
      },
      addressType: 'IPv4',
      ports: [{ name: 'http', port: 8000, protocol: 'TCP' }],
      endpoints: [{ addresses: ['10.0.0.9'], conditions: { ready } }],
    },
  ];
}

// What stands beside the Ingress is of others, and each may see another part.
describe('an Ingress beside which something stands in another namespace', () => {
  let cluster: TestCluster;
  let portal: TestPortal;

  beforeEach(async () => {
    const fleet = await TestFleet.create(databases);
    cluster = await fleet.addCluster('weu', 'production', [
      namespace('shop', { owner: 'group:default/shop' }),
      namespace('edge', { owner: 'group:default/platform' }),
      namespace('rivals', { owner: 'group:default/rivals' }),
      ingressClass(),
      ...workload({ namespace: 'shop', name: 'web', labels: { app: 'web' } }),
      ...service({ namespace: 'shop', name: 'web' }),
      {
        ...ingress({ namespace: 'shop', name: 'web', host: 'web.example' }),
        status: { loadBalancer: { ingress: [{ ip: ADDRESS }] } },
      },
    ]);
    portal = await startTestPortal({
      fleet,
      entities: [component('web', { selector: 'app=web', namespace: 'shop' })],
      policy: ownersOnly(['group:default/shop'], SHOP),
    });
  });

  async function view(user: string, etag?: string) {
    const { status, body, headers } = await portal.get(EXPOSURE, {
      user,
      etag,
    });
    const hops =
      status === 200
        ? exposureViewOf(body).environments[0].exposures[0].hops
        : [];
    return {
      status,
      text: JSON.stringify(body),
      rules: hops.flatMap(({ finding }) => finding?.rule ?? []),
      etag: headers.etag as string,
    };
  }

  it.each([
    ['another claims its path', 'IN41', () => [rival]],
    ['no proxy that holds its address is ready', 'IN62', () => proxy(false)],
  ])('says that %s, to who may see that alone', async (_, rule, manifests) => {
    await cluster.apply(manifests());

    expect((await view(PLATFORM)).rules).toEqual([rule]);
    const hidden = await view(SHOP);
    expect(hidden.rules).toEqual([]);
    expect(hidden.text).not.toContain('secret');
    expect((await view(PLATFORM)).rules).toEqual([rule]);
  });

  it.each([
    ['another that claims its path', 'IN41', () => [rival]],
    ['a proxy that holds its address', 'IN62', () => proxy(false)],
  ])('knows %s when it comes and when it goes', async (_, rule, manifests) => {
    const before = await view(PLATFORM);
    expect(before.rules).toEqual([]);
    expect((await view(PLATFORM, before.etag)).status).toBe(304);
    await view(SHOP);

    await cluster.apply(manifests());
    const meanwhile = await view(PLATFORM, before.etag);
    expect(meanwhile.rules).toEqual([rule]);
    expect((await view(PLATFORM, meanwhile.etag)).status).toBe(304);
    expect((await view(SHOP)).rules).toEqual([]);

    await cluster.delete(
      ...manifests().map(({ kind, metadata: { namespace: its, name } }) => ({
        kind,
        namespace: its ?? '',
        name,
      })),
    );
    expect((await view(PLATFORM, meanwhile.etag)).rules).toEqual([]);
  });

  it('lists the host with the same verdict', async () => {
    await cluster.apply([rival]);

    const verdicts = async (user: string) => {
      const { body } = await portal.get('/hosts', { user });
      return body.items.map((item: { verdict: string }) => item.verdict);
    };
    // The rival leads to a Service that does not exist.
    expect(await verdicts(PLATFORM)).toEqual(['warning', 'broken']);
    expect(await verdicts(SHOP)).toEqual(['ok']);
  });

  it('says not even by its tag that something hidden came or went', async () => {
    const before = await view(SHOP);
    await cluster.apply([rival, ...proxy(false)]);
    expect((await view(SHOP, before.etag)).status).toBe(304);
  });

  it('finds nothing where the proxy is well', async () => {
    await cluster.apply(proxy(true));
    expect((await view(PLATFORM)).rules).toEqual([]);
  });
});
