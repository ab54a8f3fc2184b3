import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component } from '../__testUtils__/component';
import {
  exposedWorkload,
  ingressClass,
  namespace,
  workload,
} from '../__testUtils__/manifests';
import { startTestPortal, TestPortal } from '../__testUtils__/startTestPortal';
import { TestCluster, TestFleet } from '../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const MONA = 'user:default/mona';
const KAI = 'user:default/kai';
const EXPOSURE = '/entities/component/default/web/exposure';

const shop = (replicas = 2) =>
  workload({
    namespace: 'shop',
    name: 'web',
    replicas,
    labels: { app: 'web' },
  });

describe('conditional requests', () => {
  let cluster: TestCluster;
  let portal: TestPortal;
  let denied: Set<string>;

  beforeEach(async () => {
    const fleet = await TestFleet.create(databases);
    cluster = await fleet.addCluster('weu', 'production', [
      ingressClass(),
      namespace('shop'),
      namespace('other'),
      ...exposedWorkload({
        namespace: 'shop',
        name: 'web',
        host: 'web.example',
      }),
    ]);
    denied = new Set();
    portal = await startTestPortal({
      fleet,
      entities: [component('web', { selector: 'app=web', namespace: 'shop' })],
      policy: (permission, user) => ({
        result:
          permission.name === 'aks.namespace.read' && denied.has(user)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
  });

  const etagOf = async (path: string, user = MONA) => {
    const { headers } = await portal.get(path, { user });
    return headers.etag as string;
  };

  it('answers 304 without a body while nothing changes', async () => {
    for (const path of [
      EXPOSURE,
      '/entities/component/default/web/summary',
      '/clusters',
      '/status',
      '/openapi.json',
    ]) {
      const first = await portal.get(path);
      expect(first.status).toBe(200);
      expect(first.headers['cache-control']).toBe('private, no-cache');
      expect(first.headers.vary).toMatch(/\bAuthorization\b/);
      const { etag } = first.headers;
      const second = await portal.get(path, { etag });
      expect({ path, status: second.status, text: second.text }).toEqual({
        path,
        status: 304,
        text: '',
      });
      expect(second.headers.etag).toBe(etag);
    }
  });

  it('takes the ETag among others, and with the no-cache that fetch adds', async () => {
    const etag = await etagOf(EXPOSURE);
    const { status } = await portal.get(EXPOSURE, {
      etag: `W/"older", ${etag}`,
      headers: { 'cache-control': 'no-cache', pragma: 'no-cache' },
    });
    expect(status).toBe(304);
  });

  it('gives each view an ETag of its own', async () => {
    expect(await etagOf(EXPOSURE)).not.toBe(
      await etagOf('/entities/component/default/web/summary'),
    );
  });

  it('answers anew when the namespace changes, and shows the change', async () => {
    const etag = await etagOf(EXPOSURE);
    await cluster.delete({
      kind: 'Service',
      namespace: 'shop',
      name: 'web',
    });
    const { status, body } = await portal.get(EXPOSURE, { etag });
    expect(status).toBe(200);
    expect(body.environments[0].verdict).toBe('broken');
  });

  it('answers anew when a class of the cluster changes', async () => {
    const etag = await etagOf(EXPOSURE);
    await cluster.delete({
      kind: 'IngressClass',
      namespace: '',
      name: 'traefik',
    });
    const { status, body } = await portal.get(EXPOSURE, { etag });
    expect(status).toBe(200);
    expect(body.environments[0].verdict).not.toBe('ok');
  });

  it('answers anew when the freshness of a kind or the cluster changes', async () => {
    const live = await etagOf(EXPOSURE);
    await cluster.setKindFreshness('Pod', { state: 'forbidden' });
    const forbidden = await portal.get(EXPOSURE, { etag: live });
    expect(forbidden.status).toBe(200);
    expect(forbidden.body.sources[0].kinds).toEqual([
      {
        kind: 'Pod',
        freshness: expect.objectContaining({ state: 'forbidden' }),
      },
    ]);
    await cluster.setFreshness({ state: 'stale' });
    const { etag } = forbidden.headers;
    expect((await portal.get(EXPOSURE, { etag })).status).toBe(200);
  });

  it('answers anew when the permission changes, and shows nothing more', async () => {
    const etag = await etagOf(EXPOSURE);
    denied.add(MONA);
    const { status, body } = await portal.get(EXPOSURE, { etag });
    expect(status).toBe(200);
    expect(body.service).toBe('not-found');
    expect(body.environments).toEqual([]);
  });

  it("does not take another user's ETag for one's own", async () => {
    denied.add(KAI);
    const etag = await etagOf(EXPOSURE, MONA);
    const { status, body } = await portal.get(EXPOSURE, { etag, user: KAI });
    expect(status).toBe(200);
    expect(body.environments).toEqual([]);
    expect((await portal.get(EXPOSURE, { etag, user: MONA })).status).toBe(304);
  });

  it('stays the same when another namespace or a node changes', async () => {
    const etag = await etagOf(EXPOSURE);
    await cluster.apply(
      exposedWorkload({
        namespace: 'other',
        name: 'other',
        host: 'other.example',
      }),
    );
    expect((await portal.get(EXPOSURE, { etag })).status).toBe(304);
    await cluster.apply([
      { kind: 'Node', metadata: { name: 'aks-pool-1' } },
      { kind: 'PersistentVolume', metadata: { name: 'pvc-1' } },
    ]);
    expect((await portal.get(EXPOSURE, { etag })).status).toBe(304);
    await cluster.apply(shop(1));
    expect((await portal.get(EXPOSURE, { etag })).status).toBe(200);
  });
});
