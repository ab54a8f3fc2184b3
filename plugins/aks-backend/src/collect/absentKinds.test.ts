import { kinds } from '@backstage-aks/insight';
import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { eventually } from './__testUtils__/eventually';
import { Meddling, Proxy } from './__testUtils__/proxy';

jest.setTimeout(60_000);

const GROUP = 'gateway.networking.k8s.io';
const GATEWAYS = `/apis/${GROUP}/v1/gateways`;

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `gateways.${GROUP}` },
  spec: {
    group: GROUP,
    scope: 'Namespaced',
    names: {
      plural: 'gateways',
      singular: 'gateway',
      kind: 'Gateway',
      listKind: 'GatewayList',
    },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      },
    ],
  },
};

const gateway = (name: string) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'Gateway',
  metadata: { name, namespace: 'default' },
  spec: { gatewayClassName: 'istio', listeners: [] },
});

function install(cluster: SandboxCluster) {
  cluster.objects.create(definition);
}

function uninstall(cluster: SandboxCluster) {
  cluster.objects.delete(definition.kind, '', definition.metadata.name);
}

const refuse =
  (concerns: (url: string) => boolean, code: number): Meddling =>
  ({ url = '' }, response) => {
    const refused = concerns(url);
    if (refused) {
      response.writeHead(code).end('{}');
    }
    return refused;
  };

describe('a kind that is not always served', () => {
  const database = testDatabases();
  const cleanUp: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function collecting(
    options: ConstructorParameters<typeof Collection>[2] & {
      /** What the cluster has before it is collected. */
      before?: (cluster: SandboxCluster) => void;
    } = {},
  ) {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    const cluster = sandbox.cluster();
    options.before?.(cluster);
    const proxy = await Proxy.before(cluster.url);
    cleanUp.push(() => proxy.close());
    const knex = await database('SQLITE_3');
    const collection = new Collection(knex, [clusterAt(proxy.url)], {
      served: cluster.url,
      ...options,
    });
    cleanUp.push(() => collection.stop());
    return { cluster, proxy, collection };
  }

  function withGateway(cluster: SandboxCluster) {
    install(cluster);
    cluster.objects.create(gateway('front'));
  }

  it('is collected when it is installed later, without a restart', async () => {
    const { cluster, collection } = await collecting();
    await collection.start();
    await collection.settled();
    expect((await collection.states()).Gateway).toBe('absent');
    withGateway(cluster);
    await eventually(async () =>
      expect((await collection.states()).Gateway).toBe('live'),
    );
    await collection.settled();
    expect(await collection.names('Gateway')).toEqual(['default/front']);
  });

  it('is absent and empty once it is removed while it is watched', async () => {
    const { cluster, collection } = await collecting({ before: withGateway });
    await collection.start();
    await collection.settled();
    expect(await collection.names('Gateway')).toEqual(['default/front']);
    uninstall(cluster);
    // A server ends the watches of what it serves no longer.
    cluster.cutWatches();
    await eventually(async () =>
      expect((await collection.states()).Gateway).toBe('absent'),
    );
    await collection.settled();
    expect(await collection.names('Gateway')).toEqual([]);
  });

  it('is emptied by proof where no event told of its end, and comes back as another', async () => {
    const { cluster, proxy, collection } = await collecting({
      before: withGateway,
    });
    await collection.start();
    await collection.settled();
    proxy.meddle(refuse(url => url.startsWith(GATEWAYS), 500));
    proxy.breakConnections();
    uninstall(cluster);
    proxy.meddle(() => false);
    await eventually(async () =>
      expect(await collection.source('Gateway')).toMatchObject({
        freshness: { state: 'absent' },
        records: 0,
      }),
    );
    expect(await collection.names('Gateway')).toEqual([]);
    install(cluster);
    cluster.objects.create(gateway('second'));
    await eventually(async () =>
      expect((await collection.states()).Gateway).toBe('live'),
    );
    await collection.settled();
    expect(await collection.names('Gateway')).toEqual(['default/second']);
  });

  it.each([
    ['says that it is served', () => false],
    ['is forbidden', (url: string) => url === '/apis'],
  ])('keeps its records after a 404 while discovery %s', async (_, other) => {
    const { cluster, proxy, collection } = await collecting({
      before: withGateway,
    });
    await collection.start();
    await collection.settled();
    let asked = 0;
    const missing = refuse(url => url.startsWith(GATEWAYS), 404);
    const forbidden = refuse(other, 403);
    proxy.meddle((request, response) => {
      const hit = missing(request, response);
      asked += Number(hit);
      return hit || forbidden(request, response);
    });
    proxy.breakConnections();
    await eventually(() => expect(asked).toBeGreaterThan(3));
    expect((await collection.states()).Gateway).toBe('absent');
    expect(await collection.names('Gateway')).toEqual(['default/front']);
    cluster.objects.create(gateway('second'));
    proxy.meddle(() => false);
    await eventually(async () =>
      expect((await collection.states()).Gateway).toBe('live'),
    );
    await collection.settled();
  });

  it('costs one look for all that are absent, however long', async () => {
    const { proxy, collection } = await collecting({ kinds: 'all' });
    const requests = new Map<string, number>();
    proxy.meddle(({ url = '' }) => {
      const [path] = url.split('?');
      requests.set(path, (requests.get(path) ?? 0) + 1);
      return false;
    });
    await collection.start();
    await collection.settled();
    const states = await collection.states();
    const absent = kinds.filter(({ kind }) => states[kind] === 'absent');
    expect(absent.length).toBeGreaterThan(20);
    const looks = () => requests.get('/apis') ?? 0;
    const before = looks();
    await eventually(() => expect(looks()).toBeGreaterThan(before + 3));
    expect(
      absent.filter(
        ({ group, version, plural }) =>
          requests.get(`/apis/${group}/${version}/${plural}`) !== 1,
      ),
    ).toEqual([]);
  });
});
