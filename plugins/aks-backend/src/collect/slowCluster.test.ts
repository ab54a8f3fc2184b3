import { startSandbox } from '@backstage-aks/sandbox';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { Proxy } from './__testUtils__/proxy';
import { service, shop } from './__testUtils__/shop';
import { LISTS_AT_ONCE } from './ClusterSession';

jest.setTimeout(60_000);

describe('a slow cluster', () => {
  const database = testDatabases();
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

  it('that never answers delays no other', async () => {
    const quick = await shopCluster();
    const hanging = await shopCluster();
    hanging.faults.add({ fault: { type: 'hang' } });
    const collection = new Collection(await database('SQLITE_3'), [
      clusterAt(hanging.url, { name: 'hanging' }),
      clusterAt(quick.url),
    ]);
    cleanUp.push(() => collection.stop());
    await collection.start();
    await collection.settled();
    quick.objects.create(service('added'));
    await collection.settled();
    expect(await collection.names('Service')).toContain('shop/added');
    expect((await collection.cluster('hanging')).freshness.state).toBe(
      'pending',
    );
  });

  it('is asked for few lists at once, however many kinds there are', async () => {
    const cluster = await shopCluster();
    cluster.faults.add({
      match: { verb: 'list' },
      fault: { type: 'delay', milliseconds: 20 },
    });
    const proxy = await Proxy.before(cluster.url);
    cleanUp.push(() => proxy.close());
    let [open, most] = [0, 0];
    proxy.meddle(({ url = '' }, response) => {
      if (url.includes('limit=')) {
        open += 1;
        most = Math.max(most, open);
        response.on('close', () => {
          open -= 1;
        });
      }
      return false;
    });
    const collection = new Collection(
      await database('SQLITE_3'),
      [clusterAt(proxy.url)],
      { kinds: 'all', served: cluster.url },
    );
    cleanUp.push(() => collection.stop());
    await collection.start();
    await collection.settled();
    expect(most).toBe(LISTS_AT_ONCE);
  });
});
