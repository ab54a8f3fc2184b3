import { ClusterConflictError } from './ClusterConflictError';
import { ClusterWriter } from './ClusterStore';
import { LeaseLostError } from './LeaseLostError';
import { SqlRecordReader } from './SqlRecordReader';
import { StoreChange } from './StoreChange';
import {
  databaseIds,
  deployment,
  kindOf,
  namespaceNamed,
  storeOn,
  testDatabases,
} from './__testUtils__/store';

const deployments = kindOf('Deployment');
const declaration = {
  origin: 'config:one',
  name: 'one',
  environment: 'production',
};

async function listOf(
  writer: ClusterWriter,
  names: readonly string[],
  resourceVersion = '10',
) {
  const listing = await writer.beginListing(deployments);
  await listing.add({ upserts: names.map(name => deployment('shop', name)) });
  await listing.complete(resourceVersion);
}

describe.each(databaseIds)('SqlClusterStore on %s', databaseId => {
  const database = testDatabases();

  async function setUp(options: Parameters<typeof storeOn>[1] = {}) {
    const knex = await database(databaseId);
    const store = storeOn(knex, options);
    const reader = new SqlRecordReader({ knex, clock: options.clock });
    const open = async () => {
      const writer = await store.openCluster(declaration);
      await writer!.identify({ uid: 'uid-1', kubernetesVersion: 'v1.36.2' });
      return writer!;
    };
    const names = async (clusterId = 'uid-1') =>
      (
        await reader.byRefs(
          clusterId,
          ['a', 'b', 'c'].map(name => ({
            kind: 'Deployment',
            namespace: 'shop',
            name,
          })),
        )
      ).map(record => record.name);
    return { knex, store, reader, open, names };
  }

  it('lists a declared cluster before it has ever answered', async () => {
    const { store, reader } = await setUp();
    const writer = await store.openCluster(declaration);
    await writer!.setClusterFreshness({
      state: 'unreachable',
      message: 'refused',
    });
    expect(await reader.clusters()).toEqual([
      expect.objectContaining({
        name: 'one',
        environment: 'production',
        freshness: { state: 'unreachable', message: 'refused' },
      }),
    ]);
  });

  it('gives a cluster its identity in place of the placeholder', async () => {
    const { open, reader } = await setUp();
    const writer = await open();
    expect(await reader.clusters()).toMatchObject([writer.cluster]);
    expect(writer.cluster).toMatchObject({
      id: 'uid-1',
      kubernetesVersion: 'v1.36.2',
      freshness: { state: 'pending' },
    });
    expect(writer.cluster.slug).toMatch(/^[0-9a-f]{12}$/);
  });

  it('deletes what a complete listing has not seen', async () => {
    const { open, names } = await setUp();
    const writer = await open();
    await listOf(writer, ['a', 'b']);
    await listOf(writer, ['b', 'c'], '20');
    expect(await names()).toEqual(['b', 'c']);
    expect(await writer.source(deployments)).toMatchObject({
      resourceVersion: '20',
      records: 2,
      lists: 2,
    });
  });

  it('deletes more than one transaction holds', async () => {
    const { open, reader } = await setUp();
    const writer = await open();
    const many = Array.from({ length: 1130 }, (_, index) => `many-${index}`);
    const listing = await writer.beginListing(deployments);
    for (let start = 0; start < many.length; start += 50) {
      await listing.add({
        upserts: many
          .slice(start, start + 50)
          .map(name => deployment('shop', name, { app: 'shop' })),
      });
    }
    await listing.complete('10');
    await listOf(writer, ['many-1129'], '20');
    const left = await reader.byLabels({
      clusterId: 'uid-1',
      kinds: ['Deployment'],
      selector: [{ key: 'app', operator: 'Exists' }],
    });
    expect(left).toEqual([]);
    expect(await writer.source(deployments)).toMatchObject({ records: 1 });
  });

  it('deletes nothing when a listing is abandoned', async () => {
    const { open, names } = await setUp();
    const writer = await open();
    await listOf(writer, ['a', 'b']);
    const abandoned = await writer.beginListing(deployments);
    await abandoned.add({ upserts: [deployment('shop', 'c')] });
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  it('commits changes with the resourceVersion they reach', async () => {
    const { open, names } = await setUp();
    const writer = await open();
    await listOf(writer, ['a', 'b']);
    await writer.apply(deployments, {
      upserts: [deployment('shop', 'c')],
      deletions: [{ kind: 'Deployment', namespace: 'shop', name: 'a' }],
      malformed: 2,
      resourceVersion: '11',
    });
    expect(await names()).toEqual(['b', 'c']);
    expect(await writer.source(deployments)).toMatchObject({
      resourceVersion: '11',
      records: 2,
      malformed: 2,
    });
  });

  it('raises versions only of namespaces with a changed record', async () => {
    const { open, reader } = await setUp();
    const writer = await open();
    await writer.apply(deployments, {
      upserts: [deployment('shop', 'a'), deployment('pay', 'b')],
      deletions: [],
    });
    const before = await reader.versions('uid-1', ['shop', 'pay', 'none', '']);
    await writer.apply(deployments, {
      upserts: [deployment('shop', 'a'), deployment('pay', 'b', {}, 2)],
      deletions: [{ kind: 'Deployment', namespace: 'none', name: 'gone' }],
    });
    const after = await reader.versions('uid-1', ['shop', 'pay', 'none', '']);
    expect(after.get('shop')).toBe(before.get('shop'));
    expect(after.get('pay')).toBeGreaterThan(before.get('pay')!);
    expect([after.get('none'), after.get('')]).toEqual([0, 0]);
    expect(await reader.changesSince(before.get('shop')!)).toEqual([
      {
        clusterId: 'uid-1',
        namespace: 'pay',
        sequence: await reader.sequence(),
      },
    ]);
  });

  it('counts a Namespace object as cluster-scoped and as its own', async () => {
    const { open, reader } = await setUp();
    const writer = await open();
    await writer.apply(kindOf('Namespace'), {
      upserts: [namespaceNamed('shop')],
      deletions: [],
    });
    const versions = await reader.versions('uid-1', ['/Namespace', 'shop']);
    expect([...versions.values()]).toEqual([1, 1]);
  });

  it('tells listeners after the commit', async () => {
    const { store, open, reader } = await setUp();
    const writer = await open();
    const seen: StoreChange[] = [];
    const stop = store.onChange(change => seen.push(change));
    await writer.apply(deployments, {
      upserts: [deployment('shop', 'a')],
      deletions: [],
    });
    await writer.setKindFreshness(deployments, { state: 'live' });
    stop();
    await writer.setClusterFreshness({ state: 'live' });
    expect(seen).toEqual([
      {
        type: 'records',
        clusterId: 'uid-1',
        scopes: ['shop'],
        sequence: await reader.sequence(),
      },
      { type: 'freshness', clusterId: 'uid-1' },
    ]);
  });

  it('lists again when another projection made the records', async () => {
    const { knex, open, names } = await setUp();
    await listOf(await open(), ['a']);
    const changed = storeOn(knex, { projectionSettings: 'owner-annotation' });
    const writer = (await changed.openCluster(declaration))!;
    expect(await writer.source(deployments)).toMatchObject({
      resourceVersion: undefined,
    });
    expect(
      await writer.source({ ...deployments, projectionVersion: 99 }),
    ).toMatchObject({ resourceVersion: undefined });
    expect(await names()).toEqual(['a']);
  });

  describe('leases', () => {
    it('stops an old holder from writing', async () => {
      const { knex, open } = await setUp();
      const old = await open();
      const next = storeOn(knex, { holder: 'another', alone: true });
      await next.openCluster(declaration);
      await expect(
        old.apply(deployments, {
          upserts: [deployment('shop', 'a')],
          deletions: [],
        }),
      ).rejects.toThrow(LeaseLostError);
      await expect(
        old.renew({ answering: true, kinds: ['Deployment'] }),
      ).rejects.toThrow(LeaseLostError);
      await old.release();
    });

    it('waits for a lease to end, to be released or to belong to nobody', async () => {
      let now = 1_000_000;
      const clock = () => now;
      const { knex, open } = await setUp({ clock, leaseMilliseconds: 1000 });
      const holder = await open();
      const other = storeOn(knex, { holder: 'another', clock });
      expect(await other.openCluster(declaration)).toBeUndefined();
      now += 900;
      await holder.renew({ answering: true, kinds: [] });
      now += 900;
      expect(await other.openCluster(declaration)).toBeUndefined();
      await holder.release();
      expect(await other.openCluster(declaration)).toBeDefined();
    });
  });

  describe('freshness', () => {
    it('marks what was live stale since it was last confirmed', async () => {
      let now = Date.parse('2026-11-22T10:00:00Z');
      const clock = () => now;
      const { store, open, reader } = await setUp({ clock });
      const writer = await open();
      await listOf(writer, ['a']);
      await writer.setClusterFreshness({ state: 'live' });
      await writer.setKindFreshness(deployments, { state: 'live' });
      now += 10_000;
      await writer.renew({ answering: true, kinds: ['Deployment'] });
      const [live] = await reader.sources(['uid-1']);
      expect(live.freshness).toEqual({ state: 'live' });

      now += 60_000;
      const expected = {
        state: 'stale',
        since: '2026-11-22T10:00:10.000Z',
        reason: 'interrupted',
        message: expect.stringContaining('not caught up'),
      };
      const nobodyHolds = await reader.sources(['uid-1']);
      expect(nobodyHolds[0].freshness).toEqual(expected);

      await store.openCluster(declaration);
      const [reopened] = await reader.sources(['uid-1']);
      const [cluster] = await reader.clusters();
      expect(reopened.freshness).toEqual(expected);
      expect(cluster.freshness).toEqual(expected);
      expect(await writer.source(deployments)).toMatchObject({
        resourceVersion: '10',
      });
    });

    it('keeps the newest error of a kind', async () => {
      const { open, reader } = await setUp();
      const writer = await open();
      await writer.setKindFreshness(
        deployments,
        { state: 'forbidden', message: 'may not list' },
        { message: 'may not list' },
      );
      await writer.setKindFreshness(deployments, { state: 'live' });
      expect(await reader.sources(['uid-1'])).toEqual([
        expect.objectContaining({
          kind: 'Deployment',
          freshness: { state: 'live' },
          lastError: { at: expect.any(String), message: 'may not list' },
        }),
      ]);
    });
  });

  describe('another cluster under the same declaration', () => {
    it('serves nothing of the old one and purges it', async () => {
      const { knex, store, open, reader, names } = await setUp();
      const writer = await open();
      await listOf(writer, ['a', 'b']);
      await writer.identify({ uid: 'uid-2' });
      expect(await reader.clusters()).toEqual([
        expect.objectContaining({ id: 'uid-2', name: 'one' }),
      ]);
      expect(await writer.source(deployments)).toBeUndefined();
      await listOf(writer, ['c']);
      await store.purgeForgotten();
      expect(await names()).toEqual([]);
      expect(await names('uid-2')).toEqual(['c']);
      const rows = await knex('aks_records').count({ count: '*' });
      expect(Number(rows[0].count)).toBe(1);
    });

    it('lists again when the old one comes back half purged', async () => {
      const { open } = await setUp();
      const writer = await open();
      await listOf(writer, ['a', 'b']);
      await writer.identify({ uid: 'uid-2' });
      await writer.identify({ uid: 'uid-1' });
      const source = await writer.source(deployments);
      expect(source).toMatchObject({ freshness: { state: 'pending' } });
      expect(source?.resourceVersion).toBeUndefined();
    });

    it('refuses a cluster that is declared twice', async () => {
      const { store, open } = await setUp();
      await open();
      const twin = await store.openCluster({
        origin: 'config:two',
        name: 'two',
        environment: 'production',
      });
      await expect(twin!.identify({ uid: 'uid-1' })).rejects.toThrow(
        ClusterConflictError,
      );
    });
  });

  it('forgets kinds that are not collected any more', async () => {
    const { open, reader } = await setUp();
    const writer = await open();
    await listOf(writer, ['a']);
    const namespaces = kindOf('Namespace');
    await writer.apply(namespaces, {
      upserts: [namespaceNamed('shop')],
      deletions: [],
    });
    const before = await reader.sequence();
    await writer.retainKinds(['Deployment']);
    expect(await reader.namespaces('uid-1')).toEqual([]);
    expect(await reader.changesSince(before)).toMatchObject([
      { namespace: '/Namespace' },
      { namespace: 'shop' },
    ]);
    const sources = await reader.sources(['uid-1']);
    expect(sources.map(({ kind }) => kind)).toEqual(['Deployment']);
  });

  it('forgets clusters that are not declared any more', async () => {
    const { knex, store, open, reader } = await setUp();
    const writer = await open();
    await listOf(writer, ['a']);
    await writer.release();
    await store.retainClusters(['config:one']);
    expect(await reader.clusters()).toHaveLength(1);
    await store.retainClusters([]);
    expect(await reader.clusters()).toEqual([]);
    await store.purgeForgotten();
    for (const table of ['aks_records', 'aks_sources', 'aks_labels']) {
      const rows = await knex(table).count({ count: '*' });
      expect(Number(rows[0].count)).toBe(0);
    }
  });
});
