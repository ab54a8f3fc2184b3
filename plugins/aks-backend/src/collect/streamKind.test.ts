import { ClusterConnection, WatchEvent } from '@backstage-aks/plugin-aks-node';
import { kindOf, storeOn, testDatabases } from '../store/__testUtils__/store';
import { NoStreamingListsError, streamKind } from './streamKind';

const event = (
  type: WatchEvent['type'],
  name: string,
  resourceVersion: string,
): WatchEvent => ({
  type,
  object: { metadata: { name, namespace: 'shop', resourceVersion } },
  resourceVersion,
});

const end = (resourceVersion: string): WatchEvent => ({
  type: 'BOOKMARK',
  object: {},
  resourceVersion,
  initialEventsEnd: true,
});

describe('streamKind', () => {
  const database = testDatabases();

  async function streaming(events: WatchEvent[]) {
    const knex = await database('SQLITE_3');
    const writer = await storeOn(knex).openCluster({
      origin: 'test:one',
      name: 'one',
      environment: 'production',
    });
    if (!writer) {
      throw new Error('The lease is taken');
    }
    const connection: Pick<ClusterConnection, 'watch'> = {
      watch: async () =>
        (async function* stream() {
          yield* events;
        })(),
    };
    const options = {
      connection: connection as ClusterConnection,
      writer,
      kind: kindOf('Service'),
      scopes: [{ path: '/api/v1/services' }],
      projection: {},
    };
    const names = async () =>
      (await knex('aks_records').orderBy('name')).map(({ name }) => name);
    const { signal } = new AbortController();
    return { names, run: () => streamKind(options, signal) };
  }

  it('keeps what is there at its end, whatever happens meanwhile', async () => {
    const { names, run } = await streaming([
      event('ADDED', 'stays', '1'),
      event('ADDED', 'goes', '2'),
      event('ADDED', 'comes-back', '3'),
      event('DELETED', 'goes', '4'),
      event('DELETED', 'comes-back', '5'),
      event('MODIFIED', 'stays', '6'),
      event('ADDED', 'comes-back', '7'),
      end('8'),
    ]);
    const { position } = await run();
    expect(position.common).toBe('8');
    expect(await names()).toEqual(['comes-back', 'stays']);
  });

  it('takes an ordinary bookmark for a server that does not know streams', async () => {
    const { run } = await streaming([
      event('ADDED', 'one', '1'),
      { type: 'BOOKMARK', object: {}, resourceVersion: '2' },
    ]);
    await expect(run()).rejects.toThrow(NoStreamingListsError);
  });

  it('is not complete without its end', async () => {
    const { run } = await streaming([event('ADDED', 'one', '1')]);
    await expect(run()).rejects.toThrow(/before all services had come/);
  });
});
