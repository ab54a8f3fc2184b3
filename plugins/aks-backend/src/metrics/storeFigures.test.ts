import {
  databaseIds,
  deployment,
  kindOf,
  storeOn,
  testDatabases,
} from '../store/__testUtils__/store';
import { measureStatements } from '../store/measureStatements';
import { SqlRecordReader } from '../store/SqlRecordReader';
import { StoreHealth } from '../store/StoreHealth';
import { RecordedMeter } from './__testUtils__/RecordedMeter';
import { StoreMetrics } from './StoreMetrics';

const deployments = kindOf('Deployment');

describe.each(databaseIds)('the figures of the store on %s', databaseId => {
  const database = testDatabases();

  async function setUp() {
    const knex = await database(databaseId);
    const meter = new RecordedMeter();
    const metrics = new StoreMetrics(meter);
    measureStatements(knex, metrics);
    const health = new StoreHealth({ metrics });
    const store = storeOn(knex, { metrics, health });
    const writer = await store.openCluster({
      origin: 'config:one',
      name: 'one',
      environment: 'production',
    });
    return { knex, meter, writer: writer! };
  }

  const statements = (meter: RecordedMeter, operation: string) =>
    meter.values('aks.store.statement.duration', { operation }).length;

  it('time every statement and write, and count what was written', async () => {
    const { knex, meter, writer } = await setUp();
    const upserts = ['a', 'b'].map(name => deployment('shop', name));
    await writer.apply(deployments, { upserts, deletions: [] });
    await writer.apply(deployments, { upserts, deletions: [] });

    const batches = meter.values('aks.store.batch.size', {
      kind: 'Deployment',
    });
    expect(batches).toEqual([2, 0]);
    const [held, written] = ['hold.duration', 'duration'].map(name =>
      meter.values(`aks.store.write.${name}`),
    );
    expect(held).toHaveLength(2);
    // And the one that took the lease.
    expect(written).toHaveLength(3);
    expect(Math.min(...held, ...written)).toBeGreaterThan(0);
    expect(statements(meter, 'insert')).toBeGreaterThan(0);

    const before = statements(meter, 'select');
    await new SqlRecordReader({ knex }).clusters();
    expect(statements(meter, 'select')).toBe(before + 1);
  });

  it('count a write that failed', async () => {
    const { knex, meter, writer } = await setUp();
    await knex.schema.renameTable('aks_records', 'aks_records_away');
    const upserts = [deployment('shop', 'a')];
    await expect(
      writer.apply(deployments, { upserts, deletions: [] }),
    ).rejects.toThrow('aks_records');
    await knex.schema.renameTable('aks_records_away', 'aks_records');
    expect(
      meter.values('aks.store.write.duration', { outcome: 'failed' }),
    ).toHaveLength(1);
    expect(meter.values('aks.store.batch.size')).toEqual([]);
  });
});
