import { ServerResponse } from 'node:http';
import { connect, failureOf, serve } from './__testUtils__/apiServer';
import { WatchEvent } from './watchEvent';

const event = (type: string, resourceVersion: string, name = 'front') => ({
  type,
  object: { metadata: { name, resourceVersion } },
});

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

describe('ClusterConnection.watch', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  async function watching(
    answer: (response: ServerResponse) => unknown,
    options: { signal?: AbortSignal; watchIdle?: number } = {},
  ) {
    const server = await serve((_, response) => answer(response));
    cleanUp.push(() => server.close());
    const connection = connect(
      server.url,
      {},
      { watchIdle: options.watchIdle ?? 5000 },
    );
    cleanUp.push(() => connection.close());
    const events = await connection.watch('/api/v1/pods', {
      resourceVersion: '40',
      timeoutSeconds: 300,
      signal: options.signal,
    });
    return { server, events };
  }

  async function allOf(events: AsyncIterable<WatchEvent>) {
    const all: WatchEvent[] = [];
    for await (const one of events) {
      all.push(one);
    }
    return all;
  }

  it('asks for bookmarks and reads events until the server ends', async () => {
    const { server, events } = await watching(response => {
      response.write(line(event('ADDED', '41')));
      response.write(line(event('BOOKMARK', '45')));
      response.end(line(event('DELETED', '46')));
    });
    expect(await allOf(events)).toEqual([
      { ...event('ADDED', '41'), resourceVersion: '41' },
      { ...event('BOOKMARK', '45'), resourceVersion: '45' },
      { ...event('DELETED', '46'), resourceVersion: '46' },
    ]);
    expect(server.requests[0].url).toBe(
      '/api/v1/pods?watch=true&allowWatchBookmarks=true&resourceVersion=40&timeoutSeconds=300',
    );
  });

  it('reads lines that arrive in pieces, within characters too', async () => {
    const text = Buffer.from(
      line(event('ADDED', '41', 'größe')) + line(event('MODIFIED', '42')),
    );
    const { events } = await watching(async response => {
      for (const byte of text) {
        await new Promise(resolve => {
          response.write(Buffer.from([byte]), resolve);
        });
      }
      response.end();
    });
    expect(await allOf(events)).toMatchObject([
      { object: { metadata: { name: 'größe' } } },
      { resourceVersion: '42' },
    ]);
  });

  it('reads an object of 2 MB', async () => {
    const big = { ...event('ADDED', '41'), padding: 'x'.repeat(2_000_000) };
    const { events } = await watching(response => response.end(line(big)));
    expect(await allOf(events)).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    [
      'too old a version',
      { type: 'ERROR', object: { kind: 'Status', code: 410, message: 'old' } },
      'gone',
    ],
    ['an error without code', { type: 'ERROR', object: {} }, 'server'],
    ['an unknown event', { type: 'RENAMED', object: {} }, 'malformed'],
    ['a line that is no event', [], 'malformed'],
    ['a line that is no object', 'ADDED', 'malformed'],
  ])('ends with %s', async (_, sent, reason) => {
    const { events } = await watching(response => {
      response.write(line(event('ADDED', '41')));
      response.write(line(sent));
    });
    await events.next();
    const error = await failureOf(events.next());
    expect(error.reason).toBe(reason);
    expect(error.message).toContain('Could not watch /api/v1/pods');
  });

  it('ends with `malformed` at a line that is not JSON', async () => {
    const { events } = await watching(response => response.write('{"type":\n'));
    expect((await failureOf(events.next())).reason).toBe('malformed');
  });

  it('leaves out a line that the end cut off', async () => {
    const { events } = await watching(response => {
      response.write(line(event('ADDED', '41')));
      response.end('{"type":"ADD');
    });
    expect(await allOf(events)).toHaveLength(1);
  });

  it('ends with `lost` when the connection breaks', async () => {
    const { events } = await watching(response =>
      response.write(line(event('ADDED', '41')), () =>
        response.socket?.destroy(),
      ),
    );
    expect((await failureOf(allOf(events))).reason).toBe('lost');
  });

  it('ends with `timeout` after too long a silence', async () => {
    const { events } = await watching(
      response => response.write(line(event('ADDED', '41'))),
      { watchIdle: 100 },
    );
    expect((await failureOf(allOf(events))).reason).toBe('timeout');
  });

  it('fails before the first event when the server refuses', async () => {
    const error = await failureOf(
      watching(response => {
        response.writeHead(403);
        response.end('{}');
      }),
    );
    expect(error.reason).toBe('forbidden');
  });

  it.each(['before', 'while'])(
    'can be given up %s it is read',
    async moment => {
      const giveUp = new AbortController();
      const { events } = await watching(
        response => response.write(line(event('ADDED', '41'))),
        { signal: giveUp.signal },
      );
      if (moment === 'while') {
        await events.next();
      }
      giveUp.abort();
      expect((await failureOf(allOf(events))).reason).toBe('aborted');
    },
  );

  it('closes its connection when it is left', async () => {
    let left: (value: string) => void;
    const closed = new Promise<string>(resolve => {
      left = resolve;
    });
    const { events } = await watching(response => {
      response.on('close', () => left('closed'));
      response.write(line(event('ADDED', '41')));
    });
    await events.next();
    await events.return(undefined);
    expect(await closed).toBe('closed');
  });
});
