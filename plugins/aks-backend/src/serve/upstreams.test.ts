import { TestDatabases } from '@backstage/backend-test-utils';
import { Upstream } from '@backstage-aks/insight';
import { component } from '../__testUtils__/component';
import { exposureViewOf } from '../__testUtils__/exposureViewOf';
import {
  ingress,
  ingressClass,
  namespace,
  service,
  workload,
} from '../__testUtils__/manifests';
import { startTestPortal } from '../__testUtils__/startTestPortal';
import { TestFleet } from '../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const EXPOSURE = '/entities/component/default/web/exposure';

const EDGE: Upstream = {
  name: 'edge',
  kind: 'front-door',
  hosts: ['*.example'],
  addresses: [],
};

describe('an exposure behind a declared upstream', () => {
  it('begins with it, and is as good as it is without', async () => {
    const fleet = await TestFleet.create(databases);
    await fleet.addCluster('weu', 'production', [
      namespace('shop', { owner: 'group:default/shop' }),
      ingressClass(),
      ...workload({ namespace: 'shop', name: 'web', labels: { app: 'web' } }),
      ...service({ namespace: 'shop', name: 'web' }),
      ingress({ namespace: 'shop', name: 'web', host: 'web.example' }),
    ]);
    const answer = async (upstreams: Upstream[], etag?: string) => {
      const portal = await startTestPortal({
        fleet,
        entities: [
          component('web', { selector: 'app=web', namespace: 'shop' }),
        ],
        upstreams,
      });
      return portal.get(EXPOSURE, { etag });
    };
    const without = await answer([]);
    const tag = without.headers.etag as string;
    expect((await answer([], tag)).status).toBe(304);

    const behind = await answer([EDGE], tag);

    expect(behind.status).toBe(200);
    const [one] = exposureViewOf(without.body).environments;
    const [two] = exposureViewOf(behind.body).environments;
    expect(two.exposures[0].hops[0]).toMatchObject({
      kind: 'upstream',
      judged: false,
      subject: 'edge (Azure Front Door)',
    });
    expect(two.exposures[0].hops.slice(1)).toEqual(one.exposures[0].hops);
    expect(two.exposures[0].verdict).toBe(one.exposures[0].verdict);
  });
});
