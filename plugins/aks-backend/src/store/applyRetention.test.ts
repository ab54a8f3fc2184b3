import { EventRecord, Projection } from '@backstage-aks/insight';
import { ClusterConflictError } from './ClusterConflictError';
import { SqlRecordReader } from './SqlRecordReader';
import { StoreChange } from './StoreChange';
import {
  databaseIds,
  deployment,
  kindOf,
  storeOn,
  testDatabases,
} from './__testUtils__/store';

const START = Date.parse('2026-11-28T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const deployments = kindOf('Deployment');
const events = kindOf('Event');

function declared(name: string) {
  return { origin: `config:${name}`, name, environment: 'production' };
}

function event(name: string, lastAt?: string): Projection {
  const record: EventRecord = {
    kind: 'Event',
    namespace: 'shop',
    name,
    uid: name,
    labels: {},
    about: { kind: 'Pod', namespace: 'shop', name: 'web' },
    reason: 'BackOff',
    warning: true,
    count: 1,
    signals: [],
    ...(lastAt && { lastAt }),
  };
  return { record, edges: [] };
}

describe.each(databaseIds)('retention on %s', databaseId => {
  const database = testDatabases();

  async function setUp() {
    const knex = await database(databaseId);
    let now = START;
    const clock = () => now;
    const store = storeOn(knex, {
      clock,
      retention: { clusters: 7 * DAY, events: DAY },
    });
    const reader = new SqlRecordReader({ knex, clock });
    const open = async (name: string) => {
      const writer = await store.openCluster(declared(name));
      await writer!.identify({ uid: 'uid-1' });
      return writer!;
    };
    const names = async (kind: string) => {
      const rows = await knex('aks_records').where({ kind }).orderBy('name');
      return rows.map(row => row.name);
    };
    return {
      ...{ knex, store, reader, open, names },
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
    };
  }

  async function withDeployment() {
    const portal = await setUp();
    const writer = await portal.open('one');
    await writer.setClusterFreshness({ state: 'live' });
    const listing = await writer.beginListing(deployments);
    await listing.add({ upserts: [deployment('shop', 'web')] });
    await listing.complete('10');
    await writer.setKindFreshness(deployments, { state: 'live' });
    return { ...portal, writer };
  }

  describe('of a cluster that is no longer declared', () => {
    it('keeps it for its time, without serving it', async () => {
      const { store, reader, open, names, pass, writer } =
        await withDeployment();
      await writer.release();
      await store.retainClusters([]);
      pass(6 * DAY);
      await store.applyRetention();
      expect(await reader.clusters()).toEqual([]);
      expect(await names('Deployment')).toEqual(['web']);

      const back = await open('one');
      expect(await reader.clusters()).toHaveLength(1);
      expect(await back.source(deployments)).toMatchObject({
        resourceVersion: '10',
        freshness: { state: 'stale', reason: 'interrupted' },
      });
      pass(6 * DAY);
      await store.applyRetention();
      expect(await names('Deployment')).toEqual(['web']);
    });

    it('deletes all of it after that', async () => {
      const { knex, store, pass, writer } = await withDeployment();
      await writer.release();
      await store.retainClusters([]);
      // Forgotten already, so that this does not begin anew.
      pass(4 * DAY);
      await store.retainClusters([]);
      pass(3 * DAY);
      await store.applyRetention();
      for (const table of ['aks_clusters', 'aks_records', 'aks_sources']) {
        expect(await knex(table)).toEqual([]);
      }
    });

    it('leaves one alone that another replica still collects', async () => {
      const { store, names, pass, writer } = await withDeployment();
      await store.retainClusters([]);
      pass(8 * DAY);
      await writer.renew({ answering: true, kinds: [] });
      await store.applyRetention();
      expect(await names('Deployment')).toEqual(['web']);
      await writer.release();
      await store.applyRetention();
      expect(await names('Deployment')).toEqual([]);
    });

    it('takes it over under another name, without a new reading', async () => {
      const { store, reader, open, names, writer } = await withDeployment();
      await expect(open('two')).rejects.toThrow(ClusterConflictError);

      await writer.release();
      await store.retainClusters(['config:two']);
      const renamed = await open('two');
      expect(await reader.clusters()).toMatchObject([{ name: 'two' }]);
      expect(await names('Deployment')).toEqual(['web']);
      expect(await renamed.source(deployments)).toMatchObject({
        resourceVersion: '10',
        freshness: { state: 'stale', reason: 'interrupted' },
      });
    });
  });

  describe('of Events', () => {
    const old = new Date(START - DAY - 1).toISOString();

    it('deletes what last happened too long ago, and nothing on doubt', async () => {
      const { store, reader, open, names } = await setUp();
      const writer = await open('one');
      await writer.apply(deployments, {
        upserts: [deployment('shop', 'web')],
        deletions: [],
      });
      await writer.apply(events, {
        upserts: [
          // More than one transaction takes.
          ...Array.from({ length: 60 }, (_, index) =>
            event(`old-${index}`, old),
          ),
          event('recent', new Date(START - HOUR).toISOString()),
          event('tomorrow', new Date(START + DAY).toISOString()),
          event('undated'),
          event('unreadable', 'yesterday'),
        ],
        deletions: [],
      });
      const before = await reader.versions('uid-1', ['shop']);
      const changes: StoreChange[] = [];
      store.onChange(change => changes.push(change));

      await store.applyRetention();

      const left = ['recent', 'tomorrow', 'undated', 'unreadable'];
      expect(await names('Event')).toEqual(left);
      expect(await names('Deployment')).toEqual(['web']);
      expect(await reader.sources(['uid-1'])).toContainEqual(
        expect.objectContaining({ kind: 'Event', records: left.length }),
      );
      const after = await reader.versions('uid-1', ['shop']);
      expect(after.get('shop')).toBeGreaterThan(before.get('shop')!);
      expect(changes).toContainEqual(
        expect.objectContaining({
          type: 'records',
          clusterId: 'uid-1',
          scopes: ['shop'],
        }),
      );
    });

    it('changes nothing where there is nothing to delete', async () => {
      const { store, reader, open } = await setUp();
      const writer = await open('one');
      await writer.apply(events, {
        upserts: [event('undated')],
        deletions: [],
      });
      const before = await reader.sequence();
      await store.applyRetention();
      expect(await reader.sequence()).toBe(before);
    });
  });
});
