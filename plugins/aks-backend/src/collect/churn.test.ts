import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { setImmediate } from 'node:timers/promises';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { eventually } from './__testUtils__/eventually';
import { shop } from './__testUtils__/shop';

jest.setTimeout(60_000);

const GATHER = 100;
const OBJECTS = 20;
const ROUNDS = 15;

const autoscaler = (name: string) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name, namespace: 'shop' },
  spec: {
    scaleTargetRef: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'front',
    },
    maxReplicas: 9,
  },
});

const pod = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop' },
  spec: { containers: [{ name: 'web', image: 'web:1' }] },
});

/** Changes every object of a kind, once. */
function disturb(cluster: SandboxCluster, kind: string, round: number) {
  for (let index = 0; index < OBJECTS; index++) {
    cluster.objects.update(kind, 'shop', `busy-${index}`, current => ({
      ...current,
      metadata: { ...current.metadata, labels: { round: `${round}` } },
    }));
  }
}

describe('pods and autoscalers that never rest', () => {
  const database = testDatabases();
  const cleanUp: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  it('cost no more than one write per kind and moment, and no listing', async () => {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    const cluster = sandbox.cluster();
    cluster.load(shop);
    for (let index = 0; index < OBJECTS; index++) {
      cluster.objects.create(pod(`busy-${index}`));
      cluster.objects.create(autoscaler(`busy-${index}`));
    }
    const collection = new Collection(
      await database('SQLITE_3'),
      [clusterAt(cluster.url)],
      // Nothing else is written while the test looks.
      { kinds: 'all', timing: { gather: GATHER, heartbeat: 600_000 } },
    );
    cleanUp.push(() => collection.stop());
    await collection.start();
    await collection.settled();
    const { meter } = collection;
    const counts = () => ({
      events: meter.total('aks.collect.watch.events', { type: 'MODIFIED' }),
      writes: meter.values('aks.store.write.duration').length,
      statements: meter.values('aks.store.statement.duration').length,
      lists: meter.total('aks.collect.lists'),
    });

    const before = counts();
    const start = performance.now();
    for (let round = 1; round <= ROUNDS; round++) {
      disturb(cluster, 'Pod', round);
      disturb(cluster, 'HorizontalPodAutoscaler', round);
      await setImmediate();
    }
    const disturbances = 2 * OBJECTS * ROUNDS;
    await eventually(() =>
      expect(counts().events - before.events).toBeGreaterThanOrEqual(
        disturbances,
      ),
    );
    await collection.settled();
    const moments = Math.ceil((performance.now() - start) / GATHER);

    const after = counts();
    const writes = after.writes - before.writes;
    expect(writes).toBeGreaterThan(0);
    expect(writes).toBeLessThanOrEqual(2 * (moments + 1));
    expect(writes).toBeLessThan(disturbances / 2);
    // Those of a write of one kind (begin, the lease, what is stored, records,
    // edges and labels, the source, the version, commit) and what the test itself
    // reads meanwhile: not several for each of the objects.
    expect((after.statements - before.statements) / writes).toBeLessThan(
      2 * OBJECTS,
    );
    expect(after.lists).toBe(before.lists);
  });
});
