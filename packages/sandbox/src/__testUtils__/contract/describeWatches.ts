// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { JsonObject, valueAt } from '../../objects/json';
import { ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';
import { WatchLine } from './WatchStream';

function nameOf(object: JsonObject): string {
  return String(valueAt(object, 'metadata.name'));
}

function summary(events: WatchLine[]): string[] {
  return events.map(({ type, object }) => `${type} ${nameOf(object)}`);
}

/** Watches: where they begin, what they show, and how they end. */
export function describeWatches(
  client: () => ContractClient,
  namespace: () => ContractNamespace,
): void {
  describe('watches', () => {
    // The server's own objects are of other kinds.
    const path = () => namespace().at('podtemplates');
    const create = (name: string, labels: object = {}) =>
      client().post(path(), {
        metadata: { name, labels },
        template: { spec: { containers: [{ name: 'c', image: 'c:1' }] } },
      });
    const version = async () =>
      valueAt((await client().get(path())).body, 'metadata.resourceVersion');
    // Streaming lists are off by default in some versions before 1.34, which
    // refuse them with 422.
    const isUnknownToServer = async (status: number) => {
      const { body } = await client().get('/version');
      const minor = parseInt(String(body.minor), 10);
      return minor < 34 && status === 422;
    };
    const watch = (query: string, count: number) =>
      client().watch(
        `${path()}?watch=true&timeoutSeconds=20&${query}`,
        events => events.length >= count,
      );

    it('repeats nothing and misses nothing after a version', async () => {
      await create('before');
      const start = await version();
      const seen = watch(`resourceVersion=${start}`, 3);
      await create('during');
      await client().patch(`${path()}/during`, 'merge', {
        metadata: { labels: { changed: 'yes' } },
      });
      await client().delete(`${path()}/during`);
      const events = await seen;
      expect(summary(events)).toEqual([
        'ADDED during',
        'MODIFIED during',
        'DELETED during',
      ]);
      const versions = events.map(({ object }) =>
        Number(valueAt(object, 'metadata.resourceVersion')),
      );
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
      expect(new Set(versions).size).toBe(versions.length);
      expect(await watch(`resourceVersion=${start}`, 3)).toEqual(events);
    });

    it('begins with the present objects where no version is given', async () => {
      await create('present');
      const events = await client().watch(
        `${path()}?watch=1&timeoutSeconds=20`,
        seen => seen.some(({ object }) => nameOf(object) === 'present'),
      );
      expect(new Set(events.map(({ type }) => type))).toEqual(
        new Set(['ADDED']),
      );
    });

    it('shows objects come and go as they match a selector', async () => {
      const start = await version();
      const seen = watch(
        `resourceVersion=${start}&labelSelector=${encodeURIComponent(
          'on=yes',
        )}`,
        3,
      );
      await create('switch');
      for (const on of ['yes', 'no', 'yes']) {
        await client().patch(`${path()}/switch`, 'merge', {
          metadata: { labels: { on } },
        });
      }
      expect(summary(await seen)).toEqual([
        'ADDED switch',
        'DELETED switch',
        'ADDED switch',
      ]);
    });

    it('streams a list and marks its end', async () => {
      await create('streamed');
      const stream = await client().openWatch(
        `${path()}?watch=1&timeoutSeconds=20&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan`,
      );
      await stream.until(seen => seen.some(({ type }) => type === 'BOOKMARK'));
      stream.close();
      if (await isUnknownToServer(stream.status)) {
        return;
      }
      const bookmark = stream.events.find(({ type }) => type === 'BOOKMARK');
      expect(summary(stream.events)).toContain('ADDED streamed');
      expect(valueAt(bookmark, 'object.metadata.annotations')).toEqual({
        'k8s.io/initial-events-end': 'true',
      });
    });

    it('streams no list without saying how new it must be', async () => {
      const { status, body } = await client().get(
        `${path()}?watch=1&allowWatchBookmarks=true&sendInitialEvents=true`,
      );
      expect([status, body.reason]).toEqual([422, 'Invalid']);
    });

    it('says in the stream that a version is too old', async () => {
      const [event] = await watch('resourceVersion=1', 1);
      const knowsAll = client().mayBeBare && event.type !== 'ERROR';
      expect(event).toMatchObject(
        knowsAll
          ? { type: 'ADDED' }
          : {
              type: 'ERROR',
              object: { kind: 'Status', reason: 'Expired', code: 410 },
            },
      );
    });

    it('ends when its time is up', async () => {
      const start = await version();
      const events = await client().watch(
        `${path()}?watch=1&timeoutSeconds=1&resourceVersion=${start}`,
        () => false,
      );
      expect(events).toEqual([]);
    });
  });
}
