import { randomBytes } from 'node:crypto';
import { testDatabases } from '../store/__testUtils__/store';
import { clusterAt } from './__testUtils__/clusterAt';
import { Collection } from './__testUtils__/collection';
import { RandomChanges } from './__testUtils__/randomChanges';
import { randomFault } from './__testUtils__/randomFaults';
import { SeededRandom } from './__testUtils__/SeededRandom';
import {
  WritableCluster,
  writableClusters,
} from './__testUtils__/writableCluster';

jest.setTimeout(300_000);

const ROUNDS = 3;
const CHANGES_PER_ROUND = 25;

describe.each(writableClusters)('whatever happens on %s', (_, open) => {
  const suite = open ? describe : describe.skip;
  suite('the store comes to equal it', () => {
    const database = testDatabases();
    let namespaces: string[];
    let cluster: WritableCluster;
    let collection: Collection | undefined;

    const namespace = (name: string) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });

    beforeEach(async () => {
      cluster = await open!();
      const prefix = `aks-portal-test-${randomBytes(4).toString('hex')}`;
      namespaces = [`${prefix}-one`, `${prefix}-two`];
      for (const name of namespaces) {
        await cluster.api.create(namespace(name));
      }
    });

    afterEach(async () => {
      await collection?.stop();
      await cluster.sandbox?.faults.clear();
      for (const name of namespaces) {
        await cluster.api.delete(namespace(name));
      }
      await cluster.close();
    });

    // The expectations are those of settled().
    // eslint-disable-next-line jest/expect-expect
    it.each([1, 2, 3])('with seed %s', async seed => {
      const random = new SeededRandom(seed);
      const within = (record: { namespace: string; name: string }) =>
        namespaces.includes(record.namespace || record.name);
      const changes = new RandomChanges({
        api: cluster.api,
        random,
        namespaces,
      });
      const { kubeconfig: path, context, sandbox } = cluster;
      const config = clusterAt('', {
        url: undefined,
        auth: { type: 'kubeconfig', path, context },
      });
      collection = await new Collection(await database('SQLITE_3'), [config], {
        kinds: 'all',
        pageSize: 3,
        patience: 120_000,
      }).start();
      for (let round = 0; round < ROUNDS; round++) {
        for (let change = 0; change < CHANGES_PER_ROUND; change++) {
          if (sandbox && random.next() < 0.4) {
            randomFault(sandbox, random);
          }
          await changes.make();
        }
        await sandbox?.faults.clear();
        await collection.settled('one', within);
      }
    });
  });
});
