import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { component } from '../../__testUtils__/component';
import { EntityFinder } from './EntityFinder';

const ID = 'backstage.io/kubernetes-id';

describe('EntityFinder', () => {
  it('asks for hundreds of labels in bodies that the catalog takes', async () => {
    const catalog = catalogServiceMock({
      entities: [
        component('web', { id: 'web' }),
        component('by-label', { selector: 'l399=v' }),
      ],
    });
    const bodies: number[] = [];
    const finder = new EntityFinder({
      catalog: catalogServiceMock.mock({
        queryEntities(request, options) {
          bodies.push(Buffer.byteLength(JSON.stringify(request)));
          return catalog.queryEntities(request, options);
        },
      }),
    });
    const long = 'x'.repeat(250);
    const host = {
      cluster: 'weu',
      objects: [
        {
          namespace: 'shop',
          labels: {
            [ID]: 'web',
            ...Object.fromEntries(
              Array.from({ length: 400 }, (_, index) => [`l${index}`, 'v']),
            ),
            ...Object.fromEntries(
              Array.from({ length: 400 }, (_, index) => [
                `${long}/${index}`,
                'y'.repeat(63),
              ]),
            ),
          },
        },
      ],
    };

    const entitiesOf = await finder.find(
      [host],
      mockCredentials.service('plugin:aks'),
    );

    expect(
      entitiesOf(host)
        .map(({ entityRef }) => entityRef)
        .sort(),
    ).toEqual(['component:default/by-label', 'component:default/web']);
    expect(Math.max(...bodies)).toBeLessThan(100_000);
  });

  const addedByControllers = {
    'pod-template-hash': '5d4f8c7b9',
    'controller-revision-hash': 'web-7c9f',
    'statefulset.kubernetes.io/pod-name': 'web-0',
    'apps.kubernetes.io/pod-index': '0',
    'pod-template-generation': '3',
    'batch.kubernetes.io/job-name': 'web-1',
    'batch.kubernetes.io/controller-uid': 'a1',
    'batch.kubernetes.io/job-completion-index': '0',
    'job-name': 'web-1',
    'controller-uid': 'a1',
  };

  it.each([
    ['asks nothing', {}, []],
    ['asks for the others', { app: 'web' }, ['app=web']],
  ])(
    'leaves out labels that controllers add to pods, and %s',
    async (_, labels, expected) => {
      const asked: string[] = [];
      const catalog = catalogServiceMock();
      const finder = new EntityFinder({
        catalog: catalogServiceMock.mock({
          queryEntities(request, options) {
            asked.push(JSON.stringify(request));
            return catalog.queryEntities(request, options);
          },
        }),
      });
      const pod = {
        namespace: 'shop',
        labels: { ...addedByControllers, ...labels },
      };
      await finder.find(
        [{ cluster: 'weu', objects: [pod] }],
        mockCredentials.service('plugin:aks'),
      );
      expect(asked.join().match(/[^"]+=[^"]*/g) ?? []).toEqual(expected);
      expect(asked).toHaveLength(expected.length);
    },
  );

  it('asks nothing where nothing is labelled', async () => {
    const finder = new EntityFinder({ catalog: catalogServiceMock.mock() });
    const host = { cluster: 'weu', objects: [] };
    const entitiesOf = await finder.find(
      [host],
      mockCredentials.service('plugin:aks'),
    );
    expect(entitiesOf(host)).toEqual([]);
  });
});
