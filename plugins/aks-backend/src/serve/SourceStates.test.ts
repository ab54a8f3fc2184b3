import { TestDatabases } from '@backstage/backend-test-utils';
import { kinds } from '@backstage-aks/insight';
import { Access } from '../permissions/Access';
import { openDatabase } from '../store/openDatabase';
import { SqlClusterStore } from '../store/SqlClusterStore';
import { SqlRecordReader } from '../store/SqlRecordReader';
import { SourceStates } from './SourceStates';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const [pods] = kinds.filter(({ kind }) => kind === 'Pod');
const LEASE_MILLISECONDS = 1_000;

const access = (mayReadEveryNamespace: boolean): Access => ({
  mayReadCluster: () => true,
  mayReadNamespace: () => true,
  mayReadEveryNamespace,
  fingerprint: '',
});

describe('SourceStates', () => {
  async function setUp() {
    const client = await databases.init('SQLITE_3');
    const { knex } = await openDatabase({ getClient: async () => client });
    let now = Date.parse('2026-11-28T10:00:00Z');
    const clock = () => now;
    const store = new SqlClusterStore({
      ...{ knex, holder: 'test', alone: true, clock },
      leaseMilliseconds: LEASE_MILLISECONDS,
    });
    const writer = (await store.openCluster({
      ...{ origin: 'test', name: 'weu', environment: 'production' },
    }))!;
    await writer.identify({ uid: 'uid-weu' });
    const reader = new SqlRecordReader({ knex, clock });
    const states = new SourceStates({ reader });
    let reads = 0;
    const { sources } = reader;
    reader.sources = ids => {
      reads += 1;
      return sources.call(reader, ids);
    };
    return {
      writer,
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
      readsOf: async (work: () => Promise<unknown>) => {
        reads = 0;
        await work();
        return reads;
      },
      stateOfPods: async (all = true) => {
        const clusters = await reader.clusters();
        const told = await states.of(clusters, access(all));
        return told.get('uid-weu')?.freshness.get('Pod');
      },
    };
  }

  it('reads once for as long as nothing changes, for each of two audiences', async () => {
    const { writer, readsOf, stateOfPods } = await setUp();
    await writer.setKindFreshness(pods, {
      state: 'forbidden',
      message: 'secret-name',
    });
    const askAll = async () => {
      expect((await stateOfPods(true))?.detail).toBe('secret-name');
      expect((await stateOfPods(false))?.detail).toBeUndefined();
    };
    expect(await readsOf(askAll)).toBe(2);
    expect(await readsOf(askAll)).toBe(0);
  });

  it('sees every change at once', async () => {
    const { writer, stateOfPods } = await setUp();
    expect(await stateOfPods()).toBeUndefined();
    await writer.setKindFreshness(pods, { state: 'live' });
    expect(await stateOfPods()).toMatchObject({ state: 'live' });
    await writer.setKindFreshness(pods, { state: 'absent' });
    expect(await stateOfPods()).toMatchObject({ state: 'absent' });
    await writer.retainKinds([]);
    expect(await stateOfPods()).toBeUndefined();
  });

  it('tells of a kind what its cluster says, as soon as that says it', async () => {
    const { writer, stateOfPods } = await setUp();
    await writer.setKindFreshness(pods, { state: 'stale', reason: 'lost' });
    expect(await stateOfPods()).toMatchObject({ reason: 'lost' });
    await writer.setClusterFreshness({
      state: 'stale',
      reason: 'unauthorized',
    });
    expect(await stateOfPods()).toMatchObject({ reason: 'unauthorized' });
    await writer.setClusterFreshness({ state: 'live' });
    expect(await stateOfPods()).toMatchObject({ reason: 'lost' });
  });

  it('calls nothing live once the lease has run out, until it is kept again', async () => {
    const { writer, pass, stateOfPods } = await setUp();
    await writer.setKindFreshness(pods, { state: 'live' });
    expect((await stateOfPods())?.state).toBe('live');
    pass(LEASE_MILLISECONDS + 1);
    expect((await stateOfPods())?.state).toBe('stale');
    await writer.renew({ answering: true, kinds: ['Pod'] });
    expect((await stateOfPods())?.state).toBe('live');
  });
});
