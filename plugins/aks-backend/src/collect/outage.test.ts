import { ServerResponse } from 'node:http';
import { startSandbox } from '@backstage-aks/sandbox';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { eventually } from './__testUtils__/eventually';
import { Meddling, Proxy } from './__testUtils__/proxy';
import { service, shop } from './__testUtils__/shop';

jest.setTimeout(60_000);

const IDENTITY = '/api/v1/namespaces/kube-system';

describe('a cluster that does not answer', () => {
  const database = testDatabases();
  const cleanUp: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  /** A cluster of which every kind is live, and what is asked of it from now on. */
  async function settled(options: { kinds?: 'all' } = { kinds: 'all' }) {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    const cluster = sandbox.cluster();
    cluster.load(shop);
    const proxy = await Proxy.before(cluster.url);
    cleanUp.push(() => proxy.close());
    const watches = new Map<string, ServerResponse>();
    proxy.meddle(({ url = '' }, response) => {
      if (url.includes('watch=')) {
        watches.set(url.split('?')[0], response);
      }
      return false;
    });
    const collection = new Collection(
      await database('SQLITE_3'),
      [clusterAt(proxy.url)],
      { served: cluster.url, timing: { slowRetry: 60_000 }, ...options },
    );
    cleanUp.push(() => collection.stop());
    await collection.start();
    await collection.settled();
    const asked: string[] = [];
    const meddle = (meddling: Meddling) =>
      proxy.meddle((request, response) => {
        asked.push(request.url ?? '');
        return meddling(request, response);
      });
    return { cluster, collection, proxy, asked, meddle, watches };
  }

  const probes = (asked: string[]) => asked.filter(url => url === IDENTITY);

  it.each<[string, Meddling, string]>([
    [
      'breaks every connection',
      (_, response) => {
        response.destroy();
        return true;
      },
      'lost',
    ],
    [
      'answers 503',
      (_, response) => {
        response.writeHead(503).end();
        return true;
      },
      'server',
    ],
  ])(
    'and %s, is asked one thing only until it answers, then watched on at once',
    async (_, meddling, reason) => {
      const { cluster, collection, proxy, asked, meddle } = await settled();
      const live = Object.entries(await collection.states())
        .filter(([, state]) => state === 'live')
        .map(([kind]) => kind);
      expect(live.length).toBeGreaterThan(20);
      const relists = collection.meter.total('aks.collect.relists');

      meddle(meddling);
      proxy.breakConnections();
      // Each kind says by itself that it is stale, though none but one asks.
      await eventually(async () => {
        const states = await collection.states();
        expect(live.filter(kind => states[kind] !== 'stale')).toEqual([]);
      });
      expect(await collection.meter.shown('aks.collect.breaker.open')).toEqual([
        1,
      ]);
      expect(await collection.source('Pod')).toMatchObject({
        freshness: { reason },
      });
      const before = probes(asked).length;
      await eventually(() =>
        expect(probes(asked).length).toBeGreaterThan(before + 3),
      );
      expect(asked.filter(url => url !== IDENTITY)).toEqual([]);

      asked.length = 0;
      meddle(() => false);
      cluster.objects.create(service('added'));
      await collection.settled();
      expect(await collection.meter.shown('aks.collect.breaker.open')).toEqual([
        0,
      ]);
      const watches = asked.filter(url => url.includes('watch='));
      expect(watches).toHaveLength(live.length);
      expect(collection.meter.total('aks.collect.relists')).toBe(relists);
    },
  );

  it('for one kind only, keeps the others as they are', async () => {
    const { cluster, collection, proxy, asked, meddle } = await settled({});
    meddle(({ url = '' }, response) => {
      const refused = url.startsWith('/api/v1/services?');
      if (refused) {
        response.writeHead(503).end();
      }
      return refused;
    });
    proxy.breakConnections();
    await eventually(async () =>
      expect((await collection.states()).Service).toBe('stale'),
    );
    expect(await collection.meter.shown('aks.collect.breaker.open')).toEqual([
      0,
    ]);
    await eventually(() =>
      expect(asked).toContainEqual(
        expect.stringMatching('^/api/v1/pods.*watch='),
      ),
    );
    meddle(() => false);
    cluster.objects.create(service('added'));
    await collection.settled();
  });

  describe('because it is overloaded', () => {
    /** Lets the next listing of services meet a 429, and a watch of pods end. */
    async function throttled(retryAfter: number, body: string) {
      const { collection, meddle, watches } = await settled({});
      const asked: { url: string; at: number }[] = [];
      let refused = false;
      meddle(({ url = '' }, response) => {
        asked.push({ url, at: performance.now() });
        const hit = !refused && url.startsWith('/api/v1/services?');
        if (hit) {
          refused = true;
          response.writeHead(429, { 'retry-after': `${retryAfter}` }).end(body);
        }
        return hit;
      });
      watches.get('/api/v1/services')?.destroy();
      await eventually(() =>
        expect(
          collection.meter.total('aks.collect.requests', {
            kind: 'Service',
            outcome: 'throttled',
          }),
        ).toBe(1),
      );
      const since = asked.length - 1;
      watches.get('/api/v1/pods')?.destroy();
      await eventually(() =>
        expect(asked.map(({ url }) => url)).toContainEqual(
          expect.stringMatching('^/api/v1/pods.*watch='),
        ),
      );
      return { collection, next: asked[since + 1].at - asked[since].at };
    }

    it('is asked nothing at all for as long as it says', async () => {
      const { collection, next } = await throttled(
        1,
        'Too many requests, please try again later.\n',
      );
      expect(next).toBeGreaterThan(990);
      await collection.settled();
    });

    it('where it keeps one kind, is asked for the others', async () => {
      const { collection } = await throttled(
        3600,
        JSON.stringify({
          kind: 'Status',
          code: 429,
          reason: 'TooManyRequests',
          message: 'storage is (re)initializing',
        }),
      );
      expect(await collection.states()).toMatchObject({ Pod: 'live' });
    });
  });

  it('counts what it asks by kind, verb and outcome', async () => {
    const { collection } = await settled({});
    const count = (attributes: object) =>
      collection.meter.total('aks.collect.requests', { ...attributes });
    expect(
      count({ verb: 'list', kind: 'Service', outcome: 'ok' }),
    ).toBeGreaterThan(0);
    expect(count({ verb: 'watch', kind: 'Service', outcome: 'ok' })).toBe(1);
    expect(count({ verb: 'list', kind: 'Gateway', outcome: 'not-found' })).toBe(
      1,
    );
    expect(count({ verb: 'get', kind: undefined })).toBeGreaterThan(0);
  });
});
