import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { eventually } from './__testUtils__/eventually';
import { Meddling, Proxy } from './__testUtils__/proxy';
import { service, shop } from './__testUtils__/shop';

jest.setTimeout(60_000);

describe('a portal that lists by streams', () => {
  const database = testDatabases();
  const cleanUp: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function collecting(
    options: {
      kubernetesVersion?: string;
      meddling?: Meddling;
      before?: (cluster: SandboxCluster) => void;
      namespaces?: { include?: string[]; exclude: string[] };
    } = {},
  ) {
    const { kubernetesVersion, namespaces } = options;
    const sandbox = await startSandbox({
      clusters: [{ name: 'one', kubernetesVersion, bookmarkInterval: 50 }],
    });
    cleanUp.push(() => sandbox.close());
    const cluster = sandbox.cluster();
    cluster.load(shop);
    for (let index = 0; index < 60; index++) {
      cluster.objects.create(service(`shop-${index}`));
    }
    options.before?.(cluster);
    const proxy = await Proxy.before(cluster.url);
    cleanUp.push(() => proxy.close());
    proxy.meddle(options.meddling ?? (() => false));
    const collection = new Collection(
      await database('SQLITE_3'),
      [clusterAt(proxy.url)],
      { served: cluster.url, lists: 'stream', namespaces },
    );
    cleanUp.push(() => collection.stop());
    await collection.start();
    const asked = (verb: string, outcome = 'ok') =>
      collection.meter.total('aks.collect.requests', {
        verb,
        outcome,
        kind: 'Service',
      });
    return { cluster, collection, asked };
  }

  function change(cluster: SandboxCluster) {
    cluster.objects.create(service('added'));
    cluster.objects.delete('Service', 'shop', 'shop-7');
  }

  it('lists and watches with one request, and goes on after its end', async () => {
    const { cluster, collection, asked } = await collecting();
    await collection.settled();
    expect([asked('list'), asked('watch')]).toEqual([0, 1]);
    change(cluster);
    await collection.settled();
    expect([asked('list'), asked('watch')]).toEqual([0, 1]);
    cluster.cutWatches();
    cluster.objects.create(service('later'));
    await collection.settled();
    expect((await collection.source('Service'))?.lists).toBe(1);
  });

  it('streams each namespace that is named', async () => {
    const { cluster, collection, asked } = await collecting({
      namespaces: { include: ['shop', 'default'], exclude: [] },
    });
    await eventually(async () =>
      expect(await collection.names('Service')).toHaveLength(62),
    );
    change(cluster);
    await eventually(async () =>
      expect(await collection.names('Service')).toContain('shop/added'),
    );
    expect([asked('list'), asked('watch')]).toEqual([0, 2]);
  });

  it('lists in pages where a server refuses, and asks it once', async () => {
    const { cluster, collection, asked } = await collecting({
      kubernetesVersion: 'v1.33.5',
    });
    await collection.settled();
    expect(asked('list')).toBeGreaterThan(0);
    const refused = asked('watch', 'server');
    expect(refused).toBeLessThanOrEqual(1);
    cluster.compact();
    change(cluster);
    cluster.compact();
    cluster.cutWatches();
    await collection.settled();
    expect(asked('watch', 'server')).toBe(refused);
  });

  it('lists in pages where a server does not know what it is asked', async () => {
    const { cluster, collection, asked } = await collecting({
      meddling: request => {
        request.url = request.url?.replace(
          /&(sendInitialEvents|resourceVersionMatch)=[^&]*/g,
          '',
        );
        return false;
      },
    });
    await collection.settled();
    expect(asked('list')).toBeGreaterThan(0);
    change(cluster);
    await collection.settled();
  });

  it('deletes nothing when a stream breaks off, and begins again', async () => {
    const { cluster, collection, asked } = await collecting({
      before: started => {
        started.faults.add({
          match: { verb: 'watch', resource: 'services' },
          fault: { type: 'reset' },
          times: 2,
        });
      },
    });
    await eventually(async () =>
      expect((await collection.source('Service'))?.lastError?.message).toMatch(
        /Could not watch .*services.*the connection broke/,
      ),
    );
    change(cluster);
    await collection.settled();
    expect(await collection.source('Service')).toMatchObject({ lists: 1 });
    expect(asked('list')).toBe(0);
  });
});
