import { startSandbox } from '@backstage-aks/sandbox';
import { Knex } from 'knex';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { DatabaseFile } from './__testUtils__/databaseFile';
import { eventually } from './__testUtils__/eventually';
import { Proxy } from './__testUtils__/proxy';

jest.setTimeout(60_000);

const service = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'default' },
  spec: { ports: [{ port: 80 }] },
});

describe('a portal that starts again', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function databaseFile() {
    const file = await DatabaseFile.create();
    cleanUp.push(() => file.remove());
    return () => file.open();
  }

  async function sandboxCluster(port?: number) {
    const sandbox = await startSandbox({ port });
    const close = () => sandbox.close();
    cleanUp.push(close);
    return { cluster: sandbox.cluster(), close };
  }

  /** Collects as a process does that is killed when its database goes away. */
  async function process(knex: Knex, url: string) {
    const collection = await new Collection(knex, [clusterAt(url)]).start();
    cleanUp.push(() => collection.stop());
    return collection;
  }

  it('serves what it knew as stale, then resumes without listing', async () => {
    const { cluster } = await sandboxCluster();
    cluster.objects.create(service('kept'));
    cluster.objects.create(service('removed'));
    const open = await databaseFile();
    const killed = await open();
    await (await process(killed, cluster.url)).settled();
    await killed.destroy();

    const away = cluster.faults.add({ fault: { type: 'refuse' } });
    const restarted = await process(await open(), cluster.url);
    const { Gateway: notServed, ...known } = await restarted.states();
    expect(notServed).toBe('absent');
    expect(new Set(Object.values(known))).toEqual(new Set(['stale']));
    expect((await restarted.cluster()).freshness).toMatchObject({
      state: 'stale',
      since: expect.any(String),
    });
    expect(await restarted.names('Service')).toEqual([
      'default/kept',
      'default/kubernetes',
      'default/removed',
    ]);

    cluster.objects.delete('Service', 'default', 'removed');
    cluster.objects.create(service('added'));
    away.remove();
    await restarted.settled();
    expect((await restarted.source('Service'))?.lists).toBe(1);
  });

  it('goes on after a kill during the first sync', async () => {
    const { cluster } = await sandboxCluster();
    for (let index = 0; index < 20; index++) {
      cluster.objects.create(service(`many-${index}`));
    }
    const open = await databaseFile();
    const killed = await open();
    const hanging = cluster.faults.add({
      match: { verb: 'list', resource: 'pods' },
      fault: { type: 'hang' },
    });
    const first = await process(killed, cluster.url);
    await eventually(async () =>
      expect(await first.states()).toMatchObject({ Service: 'live' }),
    );
    await killed.destroy();

    const restarted = await process(await open(), cluster.url);
    expect(await restarted.names('Service')).toHaveLength(21);
    hanging.remove();
    await restarted.settled();
  });

  it('takes another cluster under the same URL for another cluster', async () => {
    const first = await sandboxCluster();
    first.cluster.objects.create(service('of-the-old'));
    const { url } = first.cluster;
    const open = await databaseFile();
    const knex = await open();
    const collection = await process(knex, url);
    await collection.settled();
    const { id, slug } = await collection.cluster();

    await first.close();
    await eventually(async () =>
      expect((await collection.cluster()).freshness.state).toBe('stale'),
    );
    expect(await collection.names('Service')).toContain('default/of-the-old');

    const second = await sandboxCluster(Number(new URL(url).port));
    second.cluster.objects.create(service('of-the-new'));
    await eventually(async () =>
      expect((await collection.cluster()).id).not.toBe(id),
    );
    await collection.settled();
    expect(await collection.names('Service')).toEqual([
      'default/kubernetes',
      'default/of-the-new',
    ]);
    expect((await collection.cluster()).slug).not.toBe(slug);
    await eventually(async () => {
      const rows = await knex('aks_records').where({ cluster_id: id });
      expect(rows).toEqual([]);
    });
  });

  it('recognises another cluster also when it was away meanwhile', async () => {
    const first = await sandboxCluster();
    first.cluster.objects.create(service('of-the-old'));
    const { url } = first.cluster;
    const open = await databaseFile();
    const killed = await open();
    await (await process(killed, url)).settled();
    await killed.destroy();
    await first.close();

    const second = await sandboxCluster(Number(new URL(url).port));
    second.cluster.objects.create(service('of-the-new'));
    const restarted = await process(await open(), url);
    await restarted.settled();
    expect(await restarted.names('Service')).toEqual([
      'default/kubernetes',
      'default/of-the-new',
    ]);
  });

  it('lists again when the same cluster was put back to an older state', async () => {
    const first = await sandboxCluster();
    const second = await sandboxCluster();
    for (let index = 0; index < 400; index++) {
      first.cluster.objects.create(service(`later-${index}`));
    }
    second.cluster.objects.create(service('earlier'));
    expect(second.cluster.revision).toBeLessThan(first.cluster.revision);
    const front = await Proxy.before(first.cluster.url);
    const watched = new Set<string>();
    front.meddle(({ url = '' }, response) => {
      if (url.includes('watch=')) {
        watched.add(url.split('?')[0]);
      }
      const asked = url === '/api/v1/namespaces/kube-system';
      if (asked) {
        response.end(JSON.stringify({ metadata: { uid: 'the-same-cluster' } }));
      }
      return asked;
    });
    cleanUp.push(async () => front.close());
    const open = await databaseFile();
    const collection = await process(await open(), front.url);
    await collection.settled();
    // A kind is live once it is listed. One that is not watched yet would watch
    // the other server from a version of the future, of which a server is silent.
    const states = Object.values(await collection.states());
    const live = states.filter(state => state === 'live');
    await eventually(() => expect(watched.size).toBe(live.length));

    front.switchTo(second.cluster.url);
    front.breakConnections();
    await collection.settled();
    expect(await collection.names('Service')).toEqual([
      'default/earlier',
      'default/kubernetes',
    ]);
    expect(await collection.source('Service')).toMatchObject({ lists: 2 });
  });
});
