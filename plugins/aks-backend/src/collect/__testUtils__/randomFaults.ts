import { Fault, SandboxCluster } from '@backstage-aks/sandbox';
import { SeededRandom } from './SeededRandom';

const ANY_ANSWER: readonly Fault[] = [
  { type: 'refuse' },
  { type: 'delay', milliseconds: 30 },
  { type: 'status', code: 401 },
  { type: 'status', code: 403 },
  { type: 'status', code: 404 },
  { type: 'status', code: 410 },
  { type: 'status', code: 429 },
  { type: 'status', code: 500 },
  { type: 'status', code: 503 },
];

const WHOLE_ANSWER: readonly Fault[] = [
  ...ANY_ANSWER,
  { type: 'reset' },
  { type: 'truncate' },
  { type: 'malformed' },
];

const STREAM: readonly Fault[] = [
  ...ANY_ANSWER,
  { type: 'cutWatch' },
  { type: 'cutWatch', afterEvents: 1 },
];

/**
 * Lets something go wrong with the next reads of a cluster. Writes are spared,
 * so that whoever changes the cluster need not repeat them.
 */
export function randomFault(
  cluster: SandboxCluster,
  random: SeededRandom,
): void {
  const chance = random.next();
  if (chance < 0.15) {
    cluster.cutWatches();
  } else if (chance < 0.25) {
    cluster.compact();
    cluster.cutWatches();
  } else {
    const verb = random.oneOf(['get', 'list', 'watch']);
    cluster.faults.add({
      // Whoever changes the cluster gets what it serves, which must not fail.
      match: { verb, ...(verb === 'get' && { resource: 'namespaces' }) },
      fault: random.oneOf(verb === 'watch' ? STREAM : WHOLE_ANSWER),
      times: 1 + random.below(6),
    });
  }
}
