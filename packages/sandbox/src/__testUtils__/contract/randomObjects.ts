import { JsonObject } from '../../objects/json';
import { SeededRandom } from './SeededRandom';

/** The kinds that are written at random. */
export const WRITTEN = ['configmaps', 'deployments.apps', 'pods'] as const;

export type Written = (typeof WRITTEN)[number];

/** Selects everything that is written, in whatever namespace. */
export const RUN_LABEL = 'contract.example.com/run';

const NAMES = ['a', 'b', 'c', 'd'];
const COLORS = ['red', 'blue', undefined];

// No scheduler takes these pods, so that nothing but the test changes them.
const POD_SPEC = {
  schedulerName: 'contract.example.com',
  containers: [{ name: 'c', image: 'registry.example.com/c:1' }],
};

export function randomName(random: SeededRandom): string {
  return random.oneOf(NAMES);
}

/** Labels that enter and leave the watched selections. */
export function randomLabels(random: SeededRandom, run: string) {
  const color = random.oneOf(COLORS);
  return { [RUN_LABEL]: run, ...(color && { color }) };
}

/** A new object, as a client would create it. */
export function randomObject(
  kind: Written,
  random: SeededRandom,
  run: string,
): JsonObject {
  const metadata = {
    name: randomName(random),
    labels: randomLabels(random, run),
  };
  switch (kind) {
    case 'configmaps':
      return { metadata, data: { k: String(random.below(100)) } };
    case 'pods':
      return { metadata, spec: POD_SPEC };
    default:
      return {
        metadata,
        spec: {
          replicas: random.below(2),
          selector: { matchLabels: { app: 'random' } },
          template: {
            metadata: { labels: { app: 'random', [RUN_LABEL]: run } },
            spec: POD_SPEC,
          },
        },
      };
  }
}
