import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { clusterAt } from './__testUtils__/clusterAt';
import { CollectingChild } from './__testUtils__/CollectingChild';
import { Collection } from './__testUtils__/collection';
import { DatabaseFile } from './__testUtils__/databaseFile';
import { contradictions } from './__testUtils__/differences';
import { SeededRandom } from './__testUtils__/SeededRandom';
import { service, shop } from './__testUtils__/shop';

jest.setTimeout(300_000);

const KILLS = 25;

describe('a process that is ended while it collects', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  let cluster: SandboxCluster;
  let file: DatabaseFile;

  beforeEach(async () => {
    const sandbox = await startSandbox();
    cleanUp.push(() => sandbox.close());
    cluster = sandbox.cluster();
    cluster.load(shop);
    for (let index = 0; index < 60; index++) {
      cluster.objects.create(service(`shop-${index}`));
    }
    file = await DatabaseFile.create();
    cleanUp.push(() => file.remove());
  });

  afterEach(async () => {
    for (const end of cleanUp.splice(0).reverse()) {
      await end();
    }
  });

  function start(): CollectingChild {
    const child = new CollectingChild(file.path, cluster.url);
    cleanUp.push(() => child.end('SIGKILL'));
    return child;
  }

  let changes = 0;

  // Each is one that the child has yet to write.
  function change(random: SeededRandom) {
    changes += 1;
    cluster.objects.create(service(`added-${changes}`));
    const other = `added-${random.below(changes)}`;
    if (cluster.objects.get('Service', 'shop', other)) {
      cluster.objects.delete('Service', 'shop', other);
    }
  }

  it(`leaves a whole store at each of ${KILLS} moments`, async () => {
    const random = new SeededRandom(7);
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start();
      const moment = 1 + random.below(30);
      await child.progress(1);
      while (child.steps < moment) {
        change(random);
        await child.progress(child.steps + 1);
      }
      await child.end('SIGKILL');
      expect(child.errors).toEqual([]);
      const knex = await file.open();
      expect(await knex.raw('PRAGMA integrity_check')).toEqual([
        { integrity_check: 'ok' },
      ]);
      expect(await contradictions(knex)).toEqual([]);
      await knex.destroy();
      if (kill % 5 === 4) {
        cluster.compact();
      }
    }
    const last = await new Collection(await file.open(), [
      clusterAt(cluster.url),
    ]).start();
    cleanUp.push(() => last.stop());
    await last.settled();
  });

  it('gives its lease back when it is told to end', async () => {
    const child = start();
    await child.progress(10);
    expect(await child.end('SIGTERM')).toEqual([0, null]);
    expect(child.errors).toEqual([]);
    const knex = await file.open();
    expect(await knex('aks_clusters').select('lease_holder')).toEqual([
      { lease_holder: null },
    ]);
    const next = await new Collection(knex, [clusterAt(cluster.url)]).start();
    cleanUp.push(() => next.stop());
    await next.settled();
  });
});
