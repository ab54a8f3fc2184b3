import { Freshness, UnreadReason } from '@backstage-aks/insight';
import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { ClusterConfig } from '../config/readAksConfig';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { eventually } from './__testUtils__/eventually';
import { Meddling, Proxy } from './__testUtils__/proxy';
import { shop } from './__testUtils__/shop';

jest.setTimeout(60_000);

const answering =
  (code: number, text = '{}', headers: Record<string, string> = {}): Meddling =>
  (_, response) => {
    response.writeHead(code, headers);
    response.end(text);
    return true;
  };

const breakingOff: Meddling = (_, response) => {
  response.socket?.resetAndDestroy();
  return true;
};

const token = (file: string): Partial<ClusterConfig> => ({
  auth: { type: 'serviceAccountToken', tokenFile: file },
});

describe('a cluster that cannot be read', () => {
  const database = testDatabases();
  const cleanUp: (() => Promise<unknown> | void)[] = [];
  let cluster: SandboxCluster;
  let proxy: Proxy;

  beforeEach(async () => {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    cluster = sandbox.cluster();
    cluster.load(shop);
    proxy = await Proxy.before(cluster.url);
    cleanUp.push(() => proxy.close());
  });

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function collect(config: ClusterConfig) {
    const knex = await database('SQLITE_3');
    const collection = new Collection(knex, [config], {
      timing: { connection: { answer: 300, watchIdle: 300 } },
    });
    cleanUp.push(() => collection.stop());
    return collection.start();
  }

  it.each<[UnreadReason, () => [ClusterConfig, Meddling?]]>([
    ['refused', () => [clusterAt('http://127.0.0.1:9')]],
    ['unresolved', () => [clusterAt('http://cluster.invalid')]],
    ['credential', () => [clusterAt(proxy.url, token('/no/such/file'))]],
    ['tls', () => [clusterAt(cluster.url.replace('http:', 'https:'))]],
    ['unauthorized', () => [clusterAt(proxy.url), answering(401)]],
    ['timeout', () => [clusterAt(proxy.url), () => true]],
    ['lost', () => [clusterAt(proxy.url), breakingOff]],
    [
      'throttled',
      () => [
        clusterAt(proxy.url),
        answering(429, '{}', { 'retry-after': '1' }),
      ],
    ],
    ['server', () => [clusterAt(proxy.url), answering(500)]],
    ['malformed', () => [clusterAt(proxy.url), answering(200, '<html>')]],
  ])('is %s, and says when it is tried next', async (reason, prepare) => {
    const [config, meddling] = prepare();
    if (meddling) {
      proxy.meddle(meddling);
    }
    const started = Date.now();
    const collection = await collect(config);
    await eventually(async () => {
      const { freshness, nextTryAt = '' } = await collection.cluster();
      expect(freshness).toMatchObject({ state: 'unreachable', reason });
      expect(Date.parse(nextTryAt)).toBeGreaterThanOrEqual(started);
    });
  });

  it.each<[403 | 429 | 500, Freshness]>([
    [403, { state: 'forbidden' }],
    [500, { state: 'unreachable', reason: 'server' }],
    [429, { state: 'unreachable', reason: 'throttled' }],
  ])(
    'but for one kind (%s), says when that is tried next',
    async (code, told) => {
      cluster.faults.add({
        match: { resource: 'pods' },
        fault: { type: 'status', code },
      });
      const started = Date.now();
      const collection = await collect(clusterAt(cluster.url));
      await eventually(async () => {
        const { freshness, nextTryAt = '' } =
          (await collection.source('Pod')) ?? {};
        expect(freshness).toMatchObject(told);
        expect(Date.parse(nextTryAt)).toBeGreaterThanOrEqual(started);
      });
      expect((await collection.cluster()).freshness.state).toBe('live');
    },
  );

  it('because it is configured twice says so', async () => {
    const knex = await database('SQLITE_3');
    const collection = new Collection(knex, [
      clusterAt(cluster.url),
      { ...clusterAt(proxy.url), name: 'two' },
    ]);
    cleanUp.push(() => collection.stop());
    await collection.start();
    await eventually(async () => {
      const states = [
        await collection.cluster(),
        await collection.cluster('two'),
      ];
      expect(states.map(({ freshness }) => freshness.reason)).toContain(
        'duplicate',
      );
    });
  });
});
