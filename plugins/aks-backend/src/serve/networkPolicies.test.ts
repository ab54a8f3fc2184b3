import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../__testUtils__/component';
import { exposureViewOf } from '../__testUtils__/exposureViewOf';
import {
  ingress,
  Manifest,
  namespace,
  service,
  workload,
} from '../__testUtils__/manifests';
import { startTestPortal, TestPortal } from '../__testUtils__/startTestPortal';
import { TestCluster, TestFleet } from '../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const EXPOSURE = '/entities/component/default/web/exposure';

const appRouting: Manifest = {
  kind: 'IngressClass',
  metadata: { name: 'traefik' },
  spec: { controller: 'webapprouting.kubernetes.azure.com/nginx' },
};

function policy(from: string, podSelector: object = {}): Manifest {
  return {
    kind: 'NetworkPolicy',
    metadata: { namespace: 'shop', name: 'guard' },
    spec: {
      podSelector,
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchLabels: { 'kubernetes.io/metadata.name': from },
              },
            },
          ],
        },
      ],
    },
  };
}

describe('a service whose pods a NetworkPolicy selects', () => {
  let cluster: TestCluster;
  let portal: TestPortal;

  beforeEach(async () => {
    const fleet = await TestFleet.create(databases);
    cluster = await fleet.addCluster('weu', 'production', [
      namespace('shop', { owner: 'group:default/shop' }),
      appRouting,
      ...workload({ namespace: 'shop', name: 'web', labels: { app: 'web' } }),
      ...service({ namespace: 'shop', name: 'web' }),
      ingress({ namespace: 'shop', name: 'web', host: 'web.example' }),
    ]);
    portal = await startTestPortal({
      fleet,
      entities: [component('web', { selector: 'app=web', namespace: 'shop' })],
    });
  });

  async function pods() {
    const { body } = await portal.get(EXPOSURE);
    const { hops } = exposureViewOf(body).environments[0].exposures[0];
    return hops.find(({ kind }) => kind === 'pods');
  }

  async function hostVerdict() {
    const { body } = await portal.get('/hosts');
    return body.items[0].verdict;
  }

  it.each([
    ['every pod', {}],
    ['its pods', { matchLabels: { app: 'web' } }],
  ])('is cut off where it lets others in to %s', async (_, podSelector) => {
    expect((await pods())?.verdict).toBe('ok');

    await cluster.apply([policy('monitoring', podSelector)]);

    expect(await pods()).toMatchObject({
      verdict: 'broken',
      finding: { rule: 'IN61' },
    });
    expect(await hostVerdict()).toBe('broken');

    await cluster.apply([policy('app-routing-system', podSelector)]);

    expect((await pods())?.verdict).toBe('ok');
  });
});
