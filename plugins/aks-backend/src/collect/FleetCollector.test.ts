import {
  Fault,
  FaultRule,
  Sandbox,
  SandboxOptions,
  startSandbox,
} from '@backstage-aks/sandbox';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { databaseIds, testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { eventually } from './__testUtils__/eventually';
import { service, shop } from './__testUtils__/shop';

jest.setTimeout(60_000);

describe.each(databaseIds)('FleetCollector on %s', databaseId => {
  const database = testDatabases();
  const cleanUp: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function sandboxOf(options: SandboxOptions = {}): Promise<Sandbox> {
    const sandbox = await startSandbox(options);
    cleanUp.push(() => sandbox.close());
    return sandbox;
  }

  async function shopCluster() {
    const sandbox = await sandboxOf();
    const cluster = sandbox.cluster();
    cluster.load(shop);
    return cluster;
  }

  async function collect(
    ...parameters: ConstructorParameters<typeof Collection>
  ) {
    const collection = await new Collection(...parameters).start();
    cleanUp.push(() => collection.stop());
    return collection;
  }

  it('collects every kind and follows changes', async () => {
    const cluster = await shopCluster();
    const knex = await database(databaseId);
    const collection = await collect(knex, [clusterAt(cluster.url)], {
      kinds: 'all',
    });
    await collection.settled();
    expect(await collection.cluster()).toMatchObject({
      kubernetesVersion: expect.stringMatching(/^v1\./),
    });

    cluster.objects.create(service('added'));
    cluster.objects.delete('Service', 'shop', 'front');
    await eventually(async () =>
      expect(await collection.names('Service')).toEqual([
        'default/kubernetes',
        'shop/added',
      ]),
    );
    await collection.settled();
    expect((await collection.source('Service'))?.lists).toBe(1);
  });

  describe('with a fault at the first contact', () => {
    it.each<[string, FaultRule, RegExp, RegExp]>([
      [
        'refuses',
        { fault: { type: 'refuse' } },
        /^(lost|refused)$/,
        /the connection broke|nothing accepts/,
      ],
      [
        'rejects the token',
        { fault: { type: 'status', code: 401 } },
        /^unauthorized$/,
        /service-account token of aks\.clusters\[0\]: the server answered 401.*renew it/,
      ],
      [
        'fails',
        { fault: { type: 'status', code: 500 } },
        /^server$/,
        /answered 500/,
      ],
      [
        'sends no JSON',
        { fault: { type: 'malformed' } },
        /^malformed$/,
        /not what a Kubernetes API server sends/,
      ],
      [
        'breaks off',
        { fault: { type: 'truncate' } },
        /^(lost|malformed)$/,
        /Could not/,
      ],
      [
        'resets',
        { fault: { type: 'reset' } },
        /^lost$/,
        /the connection broke/,
      ],
    ])(
      'tells when a cluster %s, and recovers',
      async (_, rule, reason, message) => {
        const cluster = await shopCluster();
        const fault = cluster.faults.add(rule);
        const knex = await database(databaseId);
        const collection = await collect(knex, [clusterAt(cluster.url)]);
        await eventually(async () =>
          expect((await collection.cluster()).freshness).toEqual({
            state: 'unreachable',
            since: expect.any(String),
            reason: expect.stringMatching(reason),
            message: expect.stringMatching(message),
          }),
        );
        fault.remove();
        await collection.settled();
      },
    );

    it('tells when nothing listens', async () => {
      const cluster = await shopCluster();
      const { url } = cluster;
      await cleanUp.pop()?.();
      const knex = await database(databaseId);
      const collection = await collect(knex, [clusterAt(url)]);
      await eventually(async () =>
        expect((await collection.cluster()).freshness).toMatchObject({
          state: 'unreachable',
          message: expect.stringContaining('nothing accepts connections there'),
        }),
      );
    });
  });

  describe('over TLS', () => {
    const authority = (name: string) =>
      generate([{ name: 'commonName', value: name }], {
        keySize: 2048,
        algorithm: 'sha256',
        extensions: [
          { name: 'basicConstraints', cA: true },
          { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
        ],
      });

    it('tells when the certificate is wrong, and reads a renewed authority', async () => {
      const own = authority('own');
      const sandbox = await sandboxOf({
        clusters: [{ name: 'one', tls: { key: own.private, cert: own.cert } }],
      });
      const folder = await mkdtemp(join(tmpdir(), 'aks-ca-'));
      cleanUp.push(() => rm(folder, { recursive: true }));
      const caFile = join(folder, 'ca.crt');
      await writeFile(caFile, authority('another').cert);
      const knex = await database(databaseId);
      const { url } = sandbox.cluster();
      const collection = await collect(knex, [clusterAt(url, { caFile })]);
      await eventually(async () =>
        expect((await collection.cluster()).freshness).toMatchObject({
          state: 'unreachable',
          message: expect.stringContaining('Set caData or caFile'),
        }),
      );
      await writeFile(caFile, own.cert);
      await eventually(async () =>
        expect(await collection.states()).toMatchObject({ Pod: 'live' }),
      );
    });
  });

  describe('with a fault of one kind', () => {
    it.each<[string, Fault, string, RegExp]>([
      [
        'is forbidden',
        { type: 'status', code: 403 },
        'forbidden',
        /list .*services.*read-only ClusterRole/,
      ],
      ['is not served', { type: 'status', code: 404 }, 'absent', /404/],
      [
        'is no JSON',
        { type: 'malformed' },
        'unreachable',
        /not what a Kubernetes API server sends/,
      ],
      ['breaks off', { type: 'reset' }, 'unreachable', /connection broke/],
      [
        'is throttled',
        { type: 'status', code: 429 },
        'unreachable',
        /answered 429/,
      ],
    ])(
      'keeps the others live when it %s, and recovers',
      async (_, fault, state, message) => {
        const cluster = await shopCluster();
        const handle = cluster.faults.add({
          match: { verb: 'list', resource: 'services' },
          fault,
        });
        const knex = await database(databaseId);
        const collection = await collect(knex, [clusterAt(cluster.url)]);
        await eventually(async () => {
          const { Service, Gateway, ...others } = await collection.states();
          expect([Service, Gateway]).toEqual([state, 'absent']);
          expect(new Set(Object.values(others))).toEqual(new Set(['live']));
          expect(Object.keys(others)).toHaveLength(7);
        });
        const source = await collection.source('Service');
        expect(source?.freshness.message).toMatch(message);
        expect(source?.lastError?.message).toMatch(message);
        handle.remove();
        await collection.settled();
      },
    );

    it('keeps the others live when it hangs', async () => {
      const cluster = await shopCluster();
      cluster.faults.add({
        match: { verb: 'list', resource: 'services' },
        fault: { type: 'hang' },
      });
      const knex = await database(databaseId);
      const collection = await collect(knex, [clusterAt(cluster.url)]);
      await eventually(async () => {
        const { Service, Gateway, ...others } = await collection.states();
        expect([Service, Gateway]).toEqual(['pending', 'absent']);
        expect(new Set(Object.values(others))).toEqual(new Set(['live']));
      });
    });

    it('counts an object without metadata and keeps the rest', async () => {
      const cluster = await shopCluster();
      cluster.faults.add({
        match: { verb: 'list', resource: 'services' },
        fault: { type: 'withoutMetadata' },
        times: 1,
      });
      const knex = await database(databaseId);
      const collection = await collect(knex, [clusterAt(cluster.url)], {
        pageSize: 500,
      });
      await eventually(async () =>
        expect(await collection.source('Service')).toMatchObject({
          freshness: { state: 'live' },
          malformed: 1,
        }),
      );
    });
  });

  describe('while it watches', () => {
    async function settledShop() {
      const cluster = await shopCluster();
      const knex = await database(databaseId);
      const collection = await collect(knex, [clusterAt(cluster.url)]);
      await collection.settled();
      return { cluster, collection };
    }

    it('goes on without listing when watches end', async () => {
      const { cluster, collection } = await settledShop();
      for (const name of ['a', 'b', 'c']) {
        const opened = cluster.faults.add({
          match: { verb: 'watch', resource: 'services' },
          fault: { type: 'delay', milliseconds: 1 },
        });
        cluster.cutWatches();
        await eventually(() => expect(opened.hits).toBe(1));
        opened.remove();
        cluster.objects.create(service(name));
        await eventually(async () =>
          expect(await collection.names('Service')).toContain(`shop/${name}`),
        );
      }
      await collection.settled();
      expect((await collection.source('Service'))?.lists).toBe(1);
    });

    it('goes on without listing when watches break', async () => {
      const { cluster, collection } = await settledShop();
      const fault = cluster.faults.add({
        match: { verb: 'watch' },
        fault: { type: 'cutWatch', afterEvents: 1 },
      });
      cluster.cutWatches();
      for (const name of ['a', 'b', 'c', 'd']) {
        await eventually(() => expect(fault.hits).toBeGreaterThan(0));
        cluster.objects.create(service(name));
        await eventually(async () =>
          expect(await collection.names('Service')).toContain(`shop/${name}`),
        );
      }
      fault.remove();
      await collection.settled();
      expect((await collection.source('Service'))?.lists).toBe(1);
    });

    it('lists again when the past is no longer readable', async () => {
      const { cluster, collection } = await settledShop();
      const fault = cluster.faults.add({ fault: { type: 'refuse' } });
      cluster.cutWatches();
      await eventually(async () =>
        expect(await collection.states()).toMatchObject({ Service: 'stale' }),
      );
      cluster.objects.create(service('added'));
      cluster.objects.delete('Service', 'shop', 'front');
      cluster.compact();
      fault.remove();
      await collection.settled();
      expect(await collection.source('Service')).toMatchObject({
        lists: 2,
        lastError: { message: expect.stringContaining('410') },
      });
    });

    it('keeps what it knew as stale while the cluster is away', async () => {
      const { cluster, collection } = await settledShop();
      const before = await collection.names('Pod');
      const fault = cluster.faults.add({ fault: { type: 'refuse' } });
      cluster.cutWatches();
      await eventually(async () => {
        const { Gateway, ...known } = await collection.states();
        expect(Gateway).toBe('absent');
        expect(new Set(Object.values(known))).toEqual(new Set(['stale']));
        expect((await collection.cluster()).freshness).toMatchObject({
          state: 'stale',
          since: expect.any(String),
          message: expect.stringContaining('Could not read'),
        });
      });
      expect(await collection.names('Pod')).toEqual(before);
      fault.remove();
      await collection.settled();
    });

    it('signs in again when the token is no longer taken', async () => {
      const { cluster, collection } = await settledShop();
      const fault = cluster.faults.add({
        fault: { type: 'status', code: 401 },
      });
      cluster.cutWatches();
      await eventually(async () =>
        expect(await collection.states()).toMatchObject({
          Pod: 'stale',
          Service: 'stale',
        }),
      );
      fault.remove();
      await collection.settled();
      expect((await collection.source('Service'))?.lists).toBe(1);
    });

    it('writes a burst of changes, newest state first to last', async () => {
      const { cluster, collection } = await settledShop();
      for (let index = 0; index < 300; index++) {
        cluster.objects.create(service(`burst-${index}`));
      }
      for (let index = 0; index < 300; index += 2) {
        cluster.objects.delete('Service', 'shop', `burst-${index}`);
      }
      await collection.settled();
      expect(await collection.source('Service')).toMatchObject({
        records: 152,
        lists: 1,
      });
    });
  });

  it('is collected by one replica at a time', async () => {
    const cluster = await shopCluster();
    const knex = await database(databaseId);
    const watches = cluster.faults.add({
      match: { verb: 'watch', resource: 'pods' },
      fault: { type: 'delay', milliseconds: 1 },
    });
    const clusters = [clusterAt(cluster.url)];
    const first = await collect(knex, clusters, { replica: 'first' });
    const second = await collect(knex, clusters, { replica: 'second' });
    await second.settled();
    expect(watches.hits).toBe(1);

    await first.stop();
    cluster.objects.create(service('added'));
    await second.settled();
    expect(watches.hits).toBe(2);
    expect((await second.source('Pod'))?.lists).toBe(1);
  });

  it('leaves a cluster to a replica that took it over', async () => {
    const cluster = await shopCluster();
    const knex = await database(databaseId);
    const clusters = [clusterAt(cluster.url)];
    const old = await collect(knex, clusters, { replica: 'old' });
    await old.settled();
    const next = await collect(knex, clusters);
    cluster.objects.create(service('added'));
    await next.settled();
    const rows = await knex('aks_clusters').select('lease_holder');
    expect(rows).toEqual([{ lease_holder: 'test' }]);
  });

  it('lets one cluster be away without harm to another', async () => {
    const sandbox = await sandboxOf({
      clusters: [{ name: 'one' }, { name: 'two' }],
    });
    sandbox.cluster('one').load(shop);
    sandbox.cluster('two').faults.add({ fault: { type: 'hang' } });
    const knex = await database(databaseId);
    const collection = await collect(knex, [
      clusterAt(sandbox.cluster('two').url, { name: 'two' }),
      clusterAt(sandbox.cluster('one').url),
    ]);
    await collection.settled('one');
    expect((await collection.cluster('two')).freshness.state).toBe('pending');
  });

  it('names the one cluster that is configured twice', async () => {
    const cluster = await shopCluster();
    const knex = await database(databaseId);
    const collection = await collect(knex, [
      clusterAt(cluster.url),
      clusterAt(cluster.url, { name: 'two' }),
    ]);
    await eventually(async () => {
      const clusters = await collection.reader.clusters();
      expect(clusters.map(({ freshness }) => freshness)).toContainEqual(
        expect.objectContaining({
          state: 'unreachable',
          message: expect.stringContaining('is the same cluster as'),
        }),
      );
    });
  });
});
