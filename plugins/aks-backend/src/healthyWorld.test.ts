import { Sandbox, startSandbox } from '@backstage-aks/sandbox';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { component } from './__testUtils__/component';
import { exposureViewOf } from './__testUtils__/exposureViewOf';
import { eventually } from './collect/__testUtils__/eventually';
import { aksPlugin } from './plugin';

jest.setTimeout(120_000);

const ID = 'backstage.io/kubernetes-id';

const WORKLOADS = [
  'apps/v1/deployments',
  'apps/v1/statefulsets',
  'apps/v1/daemonsets',
  'batch/v1/cronjobs',
];

/** Every value of the label by which Contoso's services are found. */
async function serviceIds({
  url,
  tokens,
}: ReturnType<Sandbox['cluster']>): Promise<string[]> {
  const lists = await Promise.all(
    WORKLOADS.map(async path => {
      const response = await fetch(`${url}/apis/${path}`, {
        headers: { authorization: `Bearer ${tokens.admin}` },
      });
      const { items } = (await response.json()) as {
        items: { metadata: { labels?: Record<string, string> } }[];
      };
      return items.flatMap(({ metadata }) => metadata.labels?.[ID] ?? []);
    }),
  );
  return lists.flat();
}

describe('the healthy world', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ world: 'healthy' });
  });
  afterAll(() => sandbox.close());

  it('has no finding above info, on any cluster', async () => {
    const services = await Promise.all(sandbox.clusters.map(serviceIds));
    const ids = [...new Set(services.flat())];
    expect(ids.length).toBeGreaterThan(10);
    const { server } = await startTestBackend({
      features: [
        aksPlugin,
        catalogServiceMock.factory({
          entities: ids.map(id => component(id, { id })),
        }),
        mockServices.rootConfig.factory({
          data: {
            aks: {
              clusters: sandbox.clusters.map(({ name, url, tokens }) => ({
                name,
                environment: name,
                url,
                auth: { type: 'serviceAccountToken', token: tokens.reader },
              })),
            },
          },
        }),
      ],
    });

    const troubles = async () => {
      const found = await Promise.all(
        ids.map(async id => {
          const { body } = await request(server).get(
            `/api/aks/v1/entities/component/default/${id}/exposure`,
          );
          const { environments, sources } = exposureViewOf(body);
          return [
            ...sources
              .filter(
                ({ freshness, kinds }) =>
                  freshness.state !== 'live' ||
                  kinds.some(kind => kind.freshness.state === 'pending'),
              )
              .map(({ cluster }) => `${cluster.name} is not wholly read`),
            ...environments.flatMap(({ name, exposures }) =>
              exposures
                .filter(({ verdict }) => verdict !== 'ok')
                .map(({ sentence }) => `${id} in ${name}: ${sentence}`),
            ),
          ];
        }),
      );
      return found.flat();
    };
    await eventually(async () => expect(await troubles()).toEqual([]), 60_000);
  });
});
