import { startSandbox } from '@backstage-aks/sandbox';
import { clusterAt } from '../collect/__testUtils__/clusterAt';
import { Collection } from '../collect/__testUtils__/collection';
import { eventually } from '../collect/__testUtils__/eventually';
import { service, shop } from '../collect/__testUtils__/shop';
import { testDatabases } from '../store/__testUtils__/store';

jest.setTimeout(60_000);

describe('the figures of collecting', () => {
  const database = testDatabases();
  const cleanUp: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function collecting() {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    const cluster = sandbox.cluster();
    cluster.load(shop);
    const collection = new Collection(await database('SQLITE_3'), [
      clusterAt(cluster.url),
    ]);
    cleanUp.push(() => collection.stop());
    await collection.start();
    await collection.settled();
    return { cluster, collection, meter: collection.meter };
  }

  const services = { cluster: 'one', kind: 'Service' };

  it('count lists and relists, and time the first sync once', async () => {
    const { cluster, collection, meter } = await collecting();
    expect(meter.total('aks.collect.lists', services)).toBe(1);
    expect(meter.total('aks.collect.relists')).toBe(0);
    expect(meter.values('aks.collect.first_sync.duration')).toEqual([
      expect.any(Number),
    ]);

    cluster.compact();
    cluster.cutWatches();
    cluster.objects.create(service('added'));
    cluster.compact();
    await collection.settled();
    const lists = meter.total('aks.collect.lists', services);
    expect(meter.total('aks.collect.relists', services)).toBe(lists - 1);
    expect(meter.values('aks.collect.first_sync.duration')).toHaveLength(1);
  });

  it('count events by type and the objects of each write', async () => {
    const { cluster, collection, meter } = await collecting();
    const changed = () => meter.total('aks.collect.batch.size', services);
    const before = changed();
    cluster.objects.create(service('added'));
    await collection.settled();
    cluster.objects.delete('Service', 'shop', 'added');
    await collection.settled();
    await eventually(() => expect(changed()).toBe(before + 2));
    const events = (type: string) =>
      meter.total('aks.collect.watch.events', { ...services, type });
    expect(events('ADDED')).toBeGreaterThanOrEqual(1);
    expect(events('DELETED')).toBe(1);
  });
});
