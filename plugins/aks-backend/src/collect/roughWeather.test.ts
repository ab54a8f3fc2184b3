import { startSandbox } from '@backstage-aks/sandbox';
import { StoreChange } from '../store/StoreChange';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { DatabaseFile } from './__testUtils__/databaseFile';
import { eventually } from './__testUtils__/eventually';
import { service, shop } from './__testUtils__/shop';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

describe('collecting in rough weather', () => {
  const cleanUp: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function shopCluster() {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    const cluster = sandbox.cluster();
    cluster.load(shop);
    return cluster;
  }

  async function databaseFile() {
    const file = await DatabaseFile.create();
    cleanUp.push(() => file.remove());
    return file;
  }

  async function collect(
    ...parameters: ConstructorParameters<typeof Collection>
  ) {
    const collection = new Collection(...parameters);
    cleanUp.push(() => collection.stop());
    return collection.start();
  }

  it('takes an object of 2 MB, listed and watched', async () => {
    const cluster = await shopCluster();
    const big = (name: string) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace: 'shop' },
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: {
            containers: [
              { name: 'web', image: 'web:1', args: ['x'.repeat(2_000_000)] },
            ],
          },
        },
      },
    });
    cluster.objects.create(big('listed'));
    const knex = await (await databaseFile()).open();
    const collection = await collect(knex, [clusterAt(cluster.url)]);
    await collection.settled();
    cluster.objects.create(big('watched'));
    await collection.settled();
    expect(await collection.names('Deployment')).toEqual([
      'shop/front',
      'shop/listed',
      'shop/watched',
    ]);
    expect((await collection.source('Deployment'))?.lists).toBe(1);
  });

  it('writes 10,000 events of 100 objects as few changes', async () => {
    const cluster = await shopCluster();
    for (let index = 0; index < 100; index++) {
      cluster.objects.create(service(`busy-${index}`));
    }
    const knex = await (await databaseFile()).open();
    const collection = await collect(knex, [clusterAt(cluster.url)], {
      timing: { gather: 100 },
    });
    await collection.settled();
    const commits: StoreChange[] = [];
    collection.store.onChange(change => {
      if (change.type === 'records') {
        commits.push(change);
      }
    });
    for (let round = 0; round < 100; round++) {
      for (let index = 0; index < 100; index++) {
        cluster.objects.update('Service', 'shop', `busy-${index}`, current => ({
          ...current,
          metadata: {
            ...current.metadata,
            labels: { round: `${round}`, index: `${index}` },
          },
        }));
      }
    }
    await collection.settled();
    expect((await collection.source('Service'))?.lists).toBe(1);
    expect(commits.length).toBeGreaterThan(0);
    expect(commits.length).toBeLessThan(500);
  });

  it('writes nothing for Events that tell that all is well', async () => {
    const cluster = await shopCluster();
    const knex = await (await databaseFile()).open();
    const collection = await collect(knex, [clusterAt(cluster.url)], {
      kinds: 'all',
      timing: { quiet: HOUR },
    });
    await collection.settled();
    const { meter } = collection;
    const ofEvents = { kind: 'Event' };
    const watched = () => meter.total('aks.collect.watch.events', ofEvents);
    const writes = () => meter.values('aks.collect.batch.size', ofEvents);
    const before = watched();
    const written = writes().length;
    for (let index = 0; index < 200; index++) {
      cluster.objects.create({
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: `well-${index}`, namespace: 'shop' },
        type: 'Normal',
        reason: 'Pulled',
        involvedObject: { kind: 'Pod', namespace: 'shop', name: 'front' },
      });
    }
    await eventually(() =>
      expect(watched()).toBeGreaterThanOrEqual(before + 200),
    );
    expect(writes()).toHaveLength(written);
    // What was kept back is written with the end of the watch.
    const { resourceVersion } = (await collection.source('Event')) ?? {};
    await collection.stop();
    const after = (await collection.source('Event'))?.resourceVersion;
    expect(Number(after)).toBeGreaterThanOrEqual(Number(resourceVersion) + 200);
  });

  it('keeps what it knew of a cluster that is deleted for good, and says so', async () => {
    const sandbox = await startSandbox();
    const cluster = sandbox.cluster();
    cluster.load(shop);
    const knex = await (await databaseFile()).open();
    const collection = await collect(knex, [clusterAt(cluster.url)]);
    await collection.settled();
    const known = await collection.names('Pod');
    await sandbox.close();

    const tries = new Set<string | undefined>();
    await eventually(async () => {
      const { freshness, nextTryAt } = await collection.cluster();
      tries.add(nextTryAt);
      expect(freshness).toMatchObject({
        state: 'stale',
        reason: 'refused',
        since: expect.any(String),
        message: expect.stringMatching(
          /nothing accepts connections there.*Check that the cluster is running/,
        ),
      });
      // It goes on being tried, as nothing proves that it is gone.
      expect(tries.size).toBeGreaterThan(3);
    });
    expect((await collection.source('Pod'))?.freshness).toMatchObject({
      state: 'stale',
      reason: 'refused',
    });
    expect(await collection.names('Pod')).toEqual(known);
    await collection.stop();

    const without = await collect(knex, []);
    expect(await without.reader.clusters()).toEqual([]);
    await eventually(async () =>
      expect(await knex('aks_records').select('id')).toEqual([]),
    );
  });

  it('forgets a cluster that is taken out of the configuration', async () => {
    const cluster = await shopCluster();
    const other = await shopCluster();
    const file = await databaseFile();
    const both = [
      clusterAt(cluster.url),
      clusterAt(other.url, { name: 'two' }),
    ];
    const before = await collect(await file.open(), both);
    await before.settled('one');
    await before.settled('two');
    await before.stop();

    const knex = await file.open();
    const after = await collect(knex, [clusterAt(cluster.url)]);
    const clusters = await after.reader.clusters();
    expect(clusters.map(({ name }) => name)).toEqual(['one']);
    await after.settled('one');
    await eventually(async () => {
      const rows = await knex('aks_records').distinct('cluster_id');
      expect(rows).toEqual([{ cluster_id: clusters[0].id }]);
    });
  });

  describe('with a database that another connection locks', () => {
    it('waits without holding up the process, and goes on', async () => {
      const cluster = await shopCluster();
      const file = await databaseFile();
      const collection = await collect(await file.open(), [
        clusterAt(cluster.url),
      ]);
      await collection.settled();
      const other = await file.open();
      await other.raw('BEGIN IMMEDIATE');
      cluster.objects.create(service('added'));
      // Whoever reads is answered while the write waits.
      for (let reads = 0; reads < 20; reads++) {
        expect(await collection.names('Service')).not.toContain('shop/added');
      }
      await other.raw('ROLLBACK');
      await collection.settled();
      expect((await collection.source('Service'))?.lists).toBe(1);
    });

    it('goes on after it was locked for longer than a write waits', async () => {
      const cluster = await shopCluster();
      const file = await databaseFile();
      const collection = await collect(await file.open(), [
        clusterAt(cluster.url),
      ]);
      await collection.settled();
      const other = await file.open();
      await other.raw('BEGIN IMMEDIATE');
      cluster.objects.create(service('added'));
      await eventually(() =>
        expect(collection.errors).toContainEqual(
          expect.stringContaining('Could not keep services in the store'),
        ),
      );
      await other.raw('ROLLBACK');
      await collection.settled();
    });
  });

  describe('with a clock that is set back', () => {
    it('stays live and still tells when the cluster goes away', async () => {
      const cluster = await shopCluster();
      let offset = 0;
      const knex = await (await databaseFile()).open();
      const collection = await collect(knex, [clusterAt(cluster.url)], {
        clock: () => Date.now() + offset,
      });
      await collection.settled();
      offset = -HOUR;
      cluster.objects.create(service('added'));
      await collection.settled();

      // The failure begins before the clock is set back once more.
      const away = cluster.faults.add({
        fault: { type: 'status', code: 500 },
      });
      cluster.cutWatches();
      await eventually(() => expect(away.hits).toBeGreaterThan(0));
      offset = -2 * HOUR;
      await eventually(async () =>
        expect((await collection.cluster()).freshness.state).toBe('stale'),
      );
      await away.remove();
      await collection.settled();
    });

    it('begins at once when it starts before the end of its old lease', async () => {
      const cluster = await shopCluster();
      const file = await databaseFile();
      const killed = await file.open();
      const before = await collect(killed, [clusterAt(cluster.url)]);
      await before.settled();
      await killed.destroy();
      const after = await collect(await file.open(), [clusterAt(cluster.url)], {
        clock: () => Date.now() - HOUR,
      });
      await after.settled();
      expect((await after.source('Service'))?.lists).toBe(1);
    });
  });

  it('lists again what another version of the projection wrote', async () => {
    const cluster = await shopCluster();
    const file = await databaseFile();
    const knex = await file.open();
    const before = await collect(knex, [clusterAt(cluster.url)]);
    await before.settled();
    await before.stop();
    await knex('aks_edges').delete();
    await knex('aks_records')
      .where({ kind: 'Service' })
      .update({ record: '{}', record_digest: 'old' });
    await knex('aks_records').update({ index_digest: 'old' });
    await knex('aks_sources').update({ projection: 'old' });

    const after = await collect(await file.open(), [clusterAt(cluster.url)]);
    await after.settled();
    expect((await after.source('Service'))?.lists).toBe(2);
  });
});
