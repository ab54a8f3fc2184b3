/**
 * Which test meets which fault of a cluster, its API server or the portal. After
 * each the store must equal the server.
 *
 * | fault                                  | tests                                                                 |
 * | -------------------------------------- | --------------------------------------------------------------------- |
 * | refused                                | FleetCollector "while the cluster is away", reasons                   |
 * | reset mid-list, mid-watch              | faults "of a listing", "of a watch"                                   |
 * | every connection broken                | faults "costs no listing", outage                                     |
 * | silent hang                            | faults, slowCluster                                                   |
 * | 410 during list and watch              | faults, FleetCollector "no longer readable"                           |
 * | 429 and 503 with Retry-After           | faults, outage "overloaded"                                           |
 * | 401, then a new token                  | faults "of a token that is replaced", FleetCollector "signs in again" |
 * | 403 on one kind                        | FleetCollector "with a fault of one kind"                             |
 * | rights in some namespaces only         | namespaces                                                            |
 * | CRD removed while watched              | absentKinds "while it is watched"                                     |
 * | CRD added later                        | absentKinds "installed later"                                         |
 * | malformed and truncated JSON           | faults, FleetCollector "without metadata"                             |
 * | 2 MB object                            | roughWeather "of 2 MB"                                                |
 * | 10,000 events in a burst               | roughWeather "10,000 events"                                          |
 * | API server with older resourceVersions | restart "put back to an older state"                                  |
 * | cluster deleted for good               | roughWeather "deleted for good"                                       |
 * | cluster taken out of configuration     | roughWeather "taken out"                                              |
 * | cluster replaced under the same URL    | restart "another cluster"                                             |
 * | streaming lists refused, or broken off | streamingLists                                                        |
 * | database locked                        | roughWeather "another connection locks"                               |
 * | SIGTERM                                | kill "told to end"                                                    |
 * | SIGKILL at 25 seeded points            | kill "at each of 25 moments"                                          |
 * | clock jumping back                     | roughWeather "set back"                                               |
 * | upgrade with another projection        | roughWeather "another version"                                        |
 * | random ones, with random changes       | equality; `npm run soak`                                              |
 */
import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { eventually } from './__testUtils__/eventually';
import { Meddling, Proxy } from './__testUtils__/proxy';
import { service, shop } from './__testUtils__/shop';

jest.setTimeout(60_000);

const SERVICES = '/api/v1/services?';

function listing(request: IncomingMessage, continued: boolean): boolean {
  const { url = '' } = request;
  return (
    url.startsWith(SERVICES) &&
    !url.includes('watch=') &&
    // Not the look at the newest resourceVersion, which takes one object.
    !url.includes('limit=1&') &&
    url.includes('continue=') === continued
  );
}

function watching({ url = '' }: IncomingMessage): boolean {
  return url.startsWith(SERVICES) && url.includes('watch=');
}

/** Lets something happen to the first request that it concerns. */
function once(
  concerns: (request: IncomingMessage) => boolean,
  happens: (response: ServerResponse) => boolean,
) {
  let hits = 0;
  const meddling: Meddling = (request, response) => {
    if (hits > 0 || !concerns(request)) {
      return false;
    }
    hits += 1;
    return happens(response);
  };
  return { meddling, hits: () => hits };
}

const breakOff = (sent: string) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(sent, () => response.socket?.resetAndDestroy());
  return true;
};

const refuse =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(code, headers);
    response.end('{"message":"told to refuse"}');
    return true;
  };

const say = (text: string) => (response: ServerResponse) => {
  response.end(text);
  return true;
};

const nothing = () => true;

/** Answers 200 and then nothing more. */
const fallSilent = (response: ServerResponse) => {
  response.writeHead(200);
  response.flushHeaders();
  return true;
};

const GONE = `${JSON.stringify({
  type: 'ERROR',
  object: { kind: 'Status', code: 410, message: 'too old resource version' },
})}\n`;

describe('a fault', () => {
  const database = testDatabases();
  const cleanUp: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function behindProxy(
    options: ConstructorParameters<typeof Collection>[2] = {},
  ) {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    const cluster = sandbox.cluster();
    cluster.load(shop);
    for (let index = 0; index < 20; index++) {
      cluster.objects.create(service(`shop-${index}`));
    }
    const proxy = await Proxy.before(cluster.url);
    cleanUp.push(() => proxy.close());
    const knex = await database('SQLITE_3');
    const collection = new Collection(knex, [clusterAt(proxy.url)], {
      served: cluster.url,
      timing: { connection: { answer: 300, watchIdle: 300 } },
      ...options,
    });
    cleanUp.push(() => collection.stop());
    return { cluster, proxy, collection, knex };
  }

  function change(cluster: SandboxCluster) {
    cluster.objects.create(service('added'));
    cluster.objects.delete('Service', 'shop', 'shop-7');
  }

  describe.each([
    ['at its beginning', false],
    ['in its middle', true],
  ])('of a listing, %s', (_, continued) => {
    it.each<[string, (response: ServerResponse) => boolean, RegExp]>([
      [
        'reset',
        breakOff('{"kind":"ServiceList","items":[{"metadata":{"na'),
        /Could not list .*services.*the connection broke/,
      ],
      ['truncated', say('{"kind":"ServiceList","ite'), /not what a Kubernetes/],
      ['not JSON', say('<html>502</html>'), /not what a Kubernetes/],
      ['without items', say('{}'), /the answer is not a list/],
      ['hanging', nothing, /did not come in time/],
      ['silent', fallSilent, /did not come in time/],
      ['410', refuse(410), /answered 410, .*lists again/],
      ['429', refuse(429, { 'retry-after': '1' }), /answered 429/],
      ['503', refuse(503, { 'retry-after': '1' }), /answered 503/],
      ['500', refuse(500), /answered 500/],
    ])('%s, is told and made good', async (__, happens, message) => {
      const { cluster, proxy, collection } = await behindProxy();
      const fault = once(request => listing(request, continued), happens);
      proxy.meddle(fault.meddling);
      await collection.start();
      await eventually(async () =>
        expect(
          (
            await collection.source('Service')
          )?.lastError?.message,
        ).toMatch(message),
      );
      change(cluster);
      await collection.settled();
      expect(fault.hits()).toBe(1);
    });
  });

  it('of a listing whose past is compacted in its middle is made good', async () => {
    const { cluster, proxy, collection } = await behindProxy();
    const fault = once(
      request => listing(request, true),
      () => {
        change(cluster);
        cluster.compact();
        return false;
      },
    );
    proxy.meddle(fault.meddling);
    await collection.start();
    await collection.settled();
    expect(fault.hits()).toBe(1);
    expect((await collection.source('Service'))?.lastError?.message).toMatch(
      /410.*lists again/,
    );
  });

  it.each<[string, (response: ServerResponse) => boolean, RegExp, number]>([
    ['reset before it answers', breakOff(''), /the connection broke/, 1],
    [
      'reset within an event',
      breakOff('{"type":"ADDED","object":{"metadata":{"na'),
      /the connection broke/,
      1,
    ],
    ['with a truncated event', say('{"type":"ADD\n'), /not what a Kube/, 1],
    ['with an event that is none', say('[]\n'), /Could not watch/, 1],
    ['silent', fallSilent, /did not come in time/, 1],
    ['410 as an event', say(GONE), /410|too old/, 2],
    ['410 as an answer', refuse(410), /answered 410/, 2],
    ['429', refuse(429, { 'retry-after': '1' }), /answered 429/, 1],
    ['503', refuse(503, { 'retry-after': '1' }), /answered 503/, 1],
  ])(
    'of a watch, %s, is told and made good',
    async (_, happens, message, lists) => {
      const { cluster, proxy, collection } = await behindProxy();
      await collection.start();
      await collection.settled();
      const fault = once(watching, happens);
      proxy.meddle(fault.meddling);
      cluster.cutWatches();
      await eventually(async () =>
        expect(
          (
            await collection.source('Service')
          )?.lastError?.message,
        ).toMatch(message),
      );
      change(cluster);
      await collection.settled();
      expect(fault.hits()).toBe(1);
      expect((await collection.source('Service'))?.lists).toBe(lists);
    },
  );

  it('that breaks every connection at once costs no listing', async () => {
    const { cluster, proxy, collection } = await behindProxy();
    await collection.start();
    await collection.settled();
    proxy.breakConnections();
    change(cluster);
    await collection.settled();
    expect((await collection.source('Service'))?.lists).toBe(1);
  });

  it('of a token that is replaced is made good by the new one', async () => {
    const { cluster, proxy, collection: unused } = await behindProxy();
    await unused.stop();
    const folder = await mkdtemp(join(tmpdir(), 'aks-token-'));
    cleanUp.push(() => rm(folder, { recursive: true }));
    const tokenFile = join(folder, 'token');
    await writeFile(tokenFile, 'sandbox-reader');
    const knex = await database('SQLITE_3');
    const config = clusterAt(proxy.url, {
      auth: { type: 'serviceAccountToken', tokenFile },
    });
    const collection = new Collection(knex, [config], { served: cluster.url });
    cleanUp.push(() => collection.stop());
    await collection.start();
    await collection.settled();

    proxy.meddle(({ headers }, response) =>
      headers.authorization === 'Bearer sandbox-reader'
        ? refuse(401)(response)
        : false,
    );
    proxy.breakConnections();
    await eventually(async () =>
      expect((await collection.cluster()).freshness).toMatchObject({
        state: 'stale',
        message: expect.stringMatching(/answered 401.*renew it/),
      }),
    );
    change(cluster);
    await writeFile(tokenFile, 'sandbox-admin');
    await collection.settled();
    expect((await collection.source('Service'))?.lists).toBe(1);
  });

  it('that takes a kind away while it is watched and brings it back', async () => {
    const { cluster, collection } = await behindProxy();
    await collection.start();
    await collection.settled();
    const removed = cluster.faults.add({
      match: { resource: 'ingressclasses' },
      fault: { type: 'status', code: 404 },
    });
    cluster.cutWatches();
    await eventually(async () =>
      expect(await collection.source('IngressClass')).toMatchObject({
        freshness: {
          state: 'absent',
          message: expect.stringMatching(/404.*install what provides it/),
        },
      }),
    );
    cluster.objects.create({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'late' },
      spec: { controller: 'example.com/late' },
    });
    await removed.remove();
    await collection.settled();
    expect(await collection.names('IngressClass')).toContain('/late');
  });
});
