import { randomBytes } from 'node:crypto';
import { KubernetesObject, PatchStrategy } from '@kubernetes/client-node';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { eventually } from './__testUtils__/eventually';
import {
  WritableCluster,
  writableClusters,
} from './__testUtils__/writableCluster';

// A real server may be slow, and full of other things.
jest.setTimeout(300_000);
const patiently = 120_000;

describe.each(writableClusters)('collecting from %s', (_, open) => {
  const suite = open ? describe : describe.skip;
  suite('over a kubeconfig', () => {
    const database = testDatabases();
    const namespace = `aks-portal-test-${randomBytes(4).toString('hex')}`;
    let cluster: WritableCluster;
    let collection: Collection | undefined;

    beforeAll(async () => {
      cluster = await open!();
    });

    afterAll(async () => {
      await collection?.stop();
      await cluster.api.delete({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace },
      });
      await cluster.close();
    });

    const object = (
      apiVersion: string,
      kind: string,
      name: string,
      body: object,
    ): KubernetesObject => ({
      apiVersion,
      kind,
      metadata: { name, namespace },
      ...body,
    });

    const service = (name: string) =>
      object('v1', 'Service', name, {
        spec: { selector: { app: 'front' }, ports: [{ port: 80 }] },
      });

    const deployment = (replicas: number) =>
      object('apps/v1', 'Deployment', 'front', {
        spec: {
          replicas,
          selector: { matchLabels: { app: 'front' } },
          template: {
            metadata: { labels: { app: 'front' } },
            spec: {
              containers: [{ name: 'web', image: 'registry.invalid/web:1' }],
            },
          },
        },
      });

    async function served(apiVersion: string, kind: string) {
      const { items } = await cluster.api.list(apiVersion, kind, namespace);
      return items.map(({ metadata }) => `${namespace}/${metadata?.name}`);
    }

    async function create(...objects: KubernetesObject[]) {
      for (const each of objects) {
        await cluster.api.create(each);
      }
    }

    it('follows objects from their creation to their end', async () => {
      await create(
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
        deployment(1),
        service('front'),
        object('networking.k8s.io/v1', 'Ingress', 'front', {
          spec: {
            rules: [
              {
                host: `${namespace}.invalid`,
                http: {
                  paths: [
                    {
                      path: '/',
                      pathType: 'Prefix',
                      backend: {
                        service: { name: 'front', port: { number: 80 } },
                      },
                    },
                  ],
                },
              },
            ],
          },
        }),
      );
      const knex = await database('SQLITE_3');
      const { kubeconfig: path, context } = cluster;
      const config = clusterAt('', {
        url: undefined,
        auth: { type: 'kubeconfig', path, context },
      });
      const options = { pageSize: 50 };
      collection = await new Collection(knex, [config], options).start();
      const stored = async (kind: string) =>
        (await collection!.names(kind)).filter(name =>
          name.startsWith(`${namespace}/`),
        );

      await eventually(async () => {
        const { Gateway, ...builtIn } = await collection!.states();
        expect(['absent', 'live']).toContain(Gateway);
        expect(new Set(Object.values(builtIn))).toEqual(new Set(['live']));
        expect(await stored('Service')).toEqual([`${namespace}/front`]);
        expect(await stored('Ingress')).toEqual([`${namespace}/front`]);
        // Those of the Deployment, where a controller makes them.
        const replicaSets = await served('apps/v1', 'ReplicaSet');
        expect(await stored('ReplicaSet')).toEqual(replicaSets);
        expect(replicaSets.length).toBeGreaterThanOrEqual(
          cluster.sandbox ? 1 : 0,
        );
      }, patiently);

      await create(service('second'));
      await eventually(
        async () =>
          expect(await stored('Service')).toEqual([
            `${namespace}/front`,
            `${namespace}/second`,
          ]),
        patiently,
      );

      await cluster.api.patch(
        deployment(0),
        undefined,
        undefined,
        undefined,
        undefined,
        PatchStrategy.MergePatch,
      );
      await eventually(async () => {
        const { id } = await collection!.cluster();
        expect(
          await collection!.reader.byRefs(id, [
            { kind: 'Deployment', namespace, name: 'front' },
          ]),
        ).toMatchObject([{ replicas: 0 }]);
      }, patiently);

      await collection.stop();
      await cluster.api.delete(service('second'));
      await create(service('third'));
      collection = await new Collection(knex, [config], options).start();
      expect(await stored('Service')).toEqual([
        `${namespace}/front`,
        `${namespace}/second`,
      ]);
      expect((await collection.source('Service'))?.freshness.state).toBe(
        'stale',
      );
      await eventually(async () => {
        expect(await stored('Service')).toEqual([
          `${namespace}/front`,
          `${namespace}/third`,
        ]);
        expect((await collection!.source('Service'))?.freshness.state).toBe(
          'live',
        );
      }, patiently);
    });
  });
});
