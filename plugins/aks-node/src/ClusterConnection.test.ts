import { ServerResponse } from 'node:http';
import { appendFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  connect,
  failureOf,
  serve,
  TestServer,
  TOKEN,
} from './__testUtils__/apiServer';
import { tokenFile } from './TokenSource';

function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

describe('ClusterConnection', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function serving(...parameters: Parameters<typeof serve>) {
    const server = await serve(...parameters);
    cleanUp.push(() => server.close());
    return server;
  }

  function connecting(
    server: Pick<TestServer, 'url'>,
    ...more: [Parameters<typeof connect>[1]?, Parameters<typeof connect>[2]?]
  ) {
    const connection = connect(server.url, ...more);
    cleanUp.push(() => connection.close());
    return connection;
  }

  it('reads as raw JSON with its token, below the path of its URL', async () => {
    const server = await serving((_, response) => json(response, { a: [1] }));
    const connection = connecting({ url: `${server.url}/k8s/c-1/` });
    const body = await connection.get('/version', { query: { x: 'a b' } });
    expect(body).toEqual({ a: [1] });
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      url: '/k8s/c-1/version?x=a%20b',
    });
    expect(server.requests[0].headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('asks for another media type where it is told to', async () => {
    const server = await serving((_, response) => json(response, {}));
    const connection = connecting(server);
    await connection.get('/apis', { accept: 'application/json;as=Table' });
    await connection.get('/apis');
    expect(server.requests.map(({ headers }) => headers.accept)).toEqual([
      'application/json;as=Table',
      'application/json',
    ]);
  });

  it('keeps its connections', async () => {
    const server = await serving((_, response) => json(response, {}));
    const connection = connecting(server);
    for (let index = 0; index < 20; index++) {
      await connection.get('/version');
    }
    expect(server.connections()).toBeLessThan(3);
  });

  it.each<[number, Record<string, string>, string, string, number | undefined]>(
    [
      [401, {}, 'unauthorized', 'renew it', undefined],
      [403, {}, 'forbidden', 'Bind the read-only ClusterRole', undefined],
      [404, {}, 'not-found', 'install what provides it', undefined],
      [410, {}, 'gone', 'lists again by itself', undefined],
      [429, { 'retry-after': '7' }, 'throttled', 'when it may', 7000],
      [503, { 'retry-after': '2' }, 'throttled', 'when it may', 2000],
      [503, {}, 'server', 'Look at the API server', undefined],
      [500, {}, 'server', 'Look at the API server', undefined],
      [302, { location: '/login' }, 'server', 'Look at the', undefined],
    ],
  )(
    'tells who refused what with status %i %j',
    async (status, headers, reason, remedy, retryAfter) => {
      const server = await serving((request, response) => {
        response.writeHead(status, headers);
        response.end(
          JSON.stringify({
            kind: 'Status',
            message: `no for ${request.headers.authorization}`,
          }),
        );
      });
      const error = await failureOf(connecting(server).get('/api/v1/pods'));
      expect(error).toMatchObject({ reason, retryAfter });
      expect(error.message).toContain(
        `Could not read /api/v1/pods on cluster "production-weu" (${
          new URL(server.url).host
        }) with the service-account token of aks.clusters[0]: the server answered ${status}, no for Bearer …`,
      );
      expect(error.message).toContain(remedy);
      expect(JSON.stringify(error) + error.stack).not.toContain(TOKEN);
    },
  );

  it.each<[string, (response: ServerResponse) => void, string, string]>([
    [
      'is no JSON',
      response => response.end('<html>Sign in</html>'),
      'malformed',
      'not to a proxy or a login page',
    ],
    ['never comes', () => {}, 'timeout', 'the answer did not come in time'],
    [
      'stops midway',
      response => response.write('{"items": ['),
      'timeout',
      'the answer did not come in time',
    ],
    [
      'breaks',
      response => response.socket?.destroy(),
      'lost',
      'the connection broke',
    ],
    [
      'breaks midway',
      response => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"items": [', () => response.socket?.destroy());
      },
      'lost',
      'the connection broke',
    ],
    [
      'is not HTTP',
      response => response.socket?.end('SSH-2.0-OpenSSH\r\n'),
      'malformed',
      'not what a Kubernetes API server sends',
    ],
  ])('tells when the answer %s', async (_, answer, reason, words) => {
    const server = await serving((__, response) => answer(response));
    const connection = connecting(server, {}, { answer: 100 });
    const error = await failureOf(connection.get('/version'));
    expect(error.reason).toBe(reason);
    expect(error.message).toContain(words);
  });

  it('tells when nothing listens', async () => {
    const server = await serving(() => {});
    await server.close();
    const error = await failureOf(connecting(server).get('/version'));
    expect(error.reason).toBe('refused');
    expect(error.message).toContain('nothing accepts connections there');
  });

  it('gives up when told to', async () => {
    const giveUp = new AbortController();
    const server = await serving(() => giveUp.abort());
    const error = await failureOf(
      connecting(server).get('/version', { signal: giveUp.signal }),
    );
    expect(error.reason).toBe('aborted');
  });

  describe('with a token in a file', () => {
    async function tokenIn(content: string) {
      const folder = await mkdtemp(join(tmpdir(), 'aks-token-'));
      cleanUp.push(() => rm(folder, { recursive: true }));
      const file = join(folder, 'token');
      await writeFile(file, content);
      await utimes(file, 1, 1);
      return file;
    }

    const accepting = (token: () => string) =>
      serving((request, response) =>
        json(
          response,
          {},
          request.headers.authorization === `Bearer ${token()}` ? 200 : 401,
        ),
      );

    it('sends the new one once it is replaced', async () => {
      const file = await tokenIn('first\n');
      let valid = 'first';
      const server = await accepting(() => valid);
      const connection = connecting(server, {
        credential: { description: 'token', token: tokenFile(file) },
      });
      await connection.get('/version');
      valid = 'second';
      await writeFile(file, 'second\n');
      await connection.get('/version');
      expect(server.requests).toHaveLength(2);
    });

    it('tries once more when it is replaced while the old one is refused', async () => {
      const file = await tokenIn('first');
      const server = await serving(async (request, response) => {
        const first = request.headers.authorization === 'Bearer first';
        if (first) {
          await appendFile(file, '-and-second');
        }
        json(response, {}, first ? 401 : 200);
      });
      const connection = connecting(server, {
        credential: { description: 'token', token: tokenFile(file) },
      });
      await connection.get('/version');
      expect(
        server.requests.map(({ headers }) => headers.authorization),
      ).toEqual(['Bearer first', 'Bearer first-and-second']);
    });

    it('tells when the file is not there', async () => {
      const server = await serving(() => {});
      const connection = connecting(server, {
        credential: { description: 'token', token: tokenFile('/no/such') },
      });
      const error = await failureOf(connection.get('/version'));
      expect(error.reason).toBe('credential');
      expect(error.message).toContain('/no/such');
    });
  });

  describe('list', () => {
    const pods = (names: string[], next?: string) => ({
      metadata: { resourceVersion: '42', continue: next },
      items: names.map(name => ({ metadata: { name } })),
    });

    async function collect(server: TestServer) {
      const pages: unknown[] = [];
      const connection = connecting(server);
      const listing = connection.list('/api/v1/pods', { pageSize: 2 });
      for await (const page of listing) {
        pages.push(page);
      }
      return pages;
    }

    it('goes from page to page', async () => {
      const server = await serving((request, response) =>
        json(
          response,
          request.url?.includes('continue=more%3D')
            ? pods(['c'])
            : pods(['a', 'b'], 'more='),
        ),
      );
      expect(await collect(server)).toEqual([
        {
          items: [{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }],
          resourceVersion: '42',
          next: 'more=',
        },
        { items: [{ metadata: { name: 'c' } }], resourceVersion: '42' },
      ]);
      expect(server.requests.map(({ url }) => url)).toEqual([
        '/api/v1/pods?limit=2',
        '/api/v1/pods?limit=2&continue=more%3D',
      ]);
    });

    it('ends with `gone` when a page has expired', async () => {
      const server = await serving((request, response) =>
        request.url?.includes('continue')
          ? json(response, { message: 'expired' }, 410)
          : json(response, pods(['a'], 'more')),
      );
      expect((await failureOf(collect(server))).reason).toBe('gone');
    });

    it('takes null for no items', async () => {
      const server = await serving((_, response) =>
        json(response, { metadata: { resourceVersion: '1' }, items: null }),
      );
      expect(await collect(server)).toEqual([
        { items: [], resourceVersion: '1' },
      ]);
    });

    it.each<[string, unknown]>([
      ['a text', 'nothing'],
      ['null', null],
      ['an object', { kind: 'Pod' }],
      ['items without metadata', { items: [] }],
      ['items without version', { items: [], metadata: {} }],
      [
        'items that are no list',
        { items: {}, metadata: { resourceVersion: '1' } },
      ],
    ])('refuses %s', async (_, body) => {
      const server = await serving((__, response) => json(response, body));
      const error = await failureOf(collect(server));
      expect(error.reason).toBe('malformed');
      expect(error.message).toContain('Could not list /api/v1/pods');
    });
  });
});
