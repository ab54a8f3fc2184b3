import { parseArgs } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { kinds } from '@backstage-aks/insight';
import { ClusterConnection, fixedToken } from '@backstage-aks/plugin-aks-node';
import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { Knex } from 'knex';
import { CollectingChild } from '../src/collect/__testUtils__/CollectingChild';
import { DatabaseFile } from '../src/collect/__testUtils__/databaseFile';
import {
  contradictions,
  differences,
} from '../src/collect/__testUtils__/differences';
import { RandomChanges } from '../src/collect/__testUtils__/randomChanges';
import { randomFault } from '../src/collect/__testUtils__/randomFaults';
import { SeededRandom } from '../src/collect/__testUtils__/SeededRandom';

const NAMESPACES = ['one', 'two'];
const KILLS_PER_REST = 10;
const REST_MILLISECONDS = 60_000;

/** What a soak did, and that it found nothing wrong. */
interface Outcome {
  seed: number;
  minutes: number;
  kills: number;
  changes: number;
  faults: number;
  comparisons: number;
}

/**
 * Lets objects and faults come and go at random while a collecting process is
 * killed again and again; now and then everything rests, and the store must
 * equal the server.
 */
async function soak(options: {
  minutes: number;
  kills: number;
  seed: number;
}): Promise<Outcome> {
  const { minutes, kills, seed } = options;
  const random = new SeededRandom(seed);
  const sandbox = await startSandbox();
  const cluster = sandbox.cluster();
  const file = await DatabaseFile.create();
  const outcome: Outcome = {
    ...{ seed, minutes, kills: 0 },
    ...{ changes: 0, faults: 0, comparisons: 0 },
  };
  const since = performance.now();
  const millisecondsPerKill = (minutes * 60_000) / kills;
  let child: CollectingChild | undefined;
  try {
    const changes = new RandomChanges({
      api: apiOf(cluster),
      random,
      namespaces: NAMESPACES,
    });
    for (const name of NAMESPACES) {
      cluster.objects.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
    while (outcome.kills < kills) {
      child = new CollectingChild(file.path, cluster.url);
      await child.progress(1);
      const end = since + (outcome.kills + random.next()) * millisecondsPerKill;
      do {
        if (random.next() < 0.2) {
          randomFault(cluster, random);
          outcome.faults += 1;
        }
        await changes.make();
        outcome.changes += 1;
        await setTimeout(random.below(50));
      } while (performance.now() < end);
      if (outcome.kills % KILLS_PER_REST === KILLS_PER_REST - 1) {
        await atRest(cluster, file);
        outcome.comparisons += 1;
      }
      const ended = await child.end('SIGKILL');
      if (child.errors.length > 0 || ended[1] !== 'SIGKILL') {
        throw new Error(
          `The collecting process failed (${ended}): ${child.errors.join(
            '\n',
          )}`,
        );
      }
      outcome.kills += 1;
      await expectWhole(file);
    }
    return outcome;
  } finally {
    await child?.end('SIGKILL');
    await file.remove();
    await sandbox.close();
  }
}

/** Ends all faults and waits until the store equals the server. */
async function atRest(
  cluster: SandboxCluster,
  file: DatabaseFile,
): Promise<void> {
  await cluster.faults.clear();
  const connection = new ClusterConnection({
    cluster: 'one',
    url: cluster.url,
    credential: { description: 'soak', token: fixedToken('sandbox-admin') },
  });
  const knex = await file.open();
  const deadline = performance.now() + REST_MILLISECONDS;
  try {
    for (;;) {
      const problems = await problemsOf(knex, connection);
      if (problems.length === 0) {
        return;
      }
      if (performance.now() > deadline) {
        throw new Error(`Store and server differ: ${problems.join('\n')}`);
      }
      await setTimeout(50);
    }
  } finally {
    await knex.destroy();
    await connection.close();
  }
}

async function problemsOf(
  knex: Knex,
  connection: ClusterConnection,
): Promise<string[]> {
  const sources = await knex('aks_sources').select('kind', 'freshness');
  const states = new Map<string, string>(
    sources.map(({ kind, freshness }) => [kind, JSON.parse(freshness).state]),
  );
  // The cluster of a soak has no add-ons.
  const stale = kinds.filter(
    ({ kind, custom }) => states.get(kind) !== (custom ? 'absent' : 'live'),
  );
  if (stale.length > 0) {
    return stale.map(({ kind }) => `${kind} is ${states.get(kind)}`);
  }
  const [{ id }] = await knex('aks_clusters').select('id');
  return differences({
    knex,
    clusterId: id,
    connection,
    kinds: kinds.filter(({ custom }) => !custom),
  });
}

async function expectWhole(file: DatabaseFile): Promise<void> {
  const knex = await file.open();
  const [{ integrity_check: integrity }] = await knex.raw(
    'PRAGMA integrity_check',
  );
  const found = await contradictions(knex);
  await knex.destroy();
  if (integrity !== 'ok' || found.length > 0) {
    throw new Error(`The database is broken: ${integrity} ${found.join('\n')}`);
  }
}

function apiOf(cluster: SandboxCluster): KubernetesObjectApi {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'sandbox', server: cluster.url, skipTLSVerify: true }],
    users: [{ name: 'admin', token: cluster.tokens.admin }],
    contexts: [{ name: 'sandbox', cluster: 'sandbox', user: 'admin' }],
    currentContext: 'sandbox',
  });
  return KubernetesObjectApi.makeApiClient(config);
}

async function main() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      kills: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
    },
  });
  const outcome = await soak({
    minutes: Number(values.minutes),
    kills: Number(values.kills),
    seed: Number(values.seed),
  });
  process.stdout.write(`${JSON.stringify(outcome, undefined, 2)}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
