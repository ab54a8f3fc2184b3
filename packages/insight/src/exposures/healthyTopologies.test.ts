import { randomNumbers } from '../testing/random';
import { exposuresAmong, NOW } from '../testing/shop';
import { topologies } from '../testing/topologies';
import { stacks } from './stackFacts';

const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);

// What is well today must not turn red by itself on a day that rules know of.
const MOMENTS = [
  NOW,
  ...stacks.flatMap(({ unsupportedFrom }) =>
    unsupportedFrom && unsupportedFrom > NOW
      ? [new Date(unsupportedFrom.getTime() - 1), unsupportedFrom]
      : [],
  ),
  new Date('2031-01-01T00:00:00Z'),
].map(moment => moment.toISOString());

describe.each(Object.entries(topologies))(
  'healthy services behind a %s',
  (_, topology) => {
    it.each([...new Set(MOMENTS)])(
      'have nothing found on them above a note at %s, whatever they look like',
      moment => {
        const now = new Date(moment);
        const wrong = SEEDS.flatMap(seed => {
          const { exposures } = exposuresAmong(topology(randomNumbers(seed)), {
            now,
          });
          const findings = exposures.flatMap(({ verdict, hops }) =>
            hops
              .flatMap(({ finding, otherFindings = [] }) => [
                ...(finding ? [finding] : []),
                ...otherFindings,
              ])
              .filter(({ severity }) => severity !== 'info')
              .map(({ rule, cause }) => `${rule}: ${cause}`)
              .concat(verdict === 'ok' ? [] : [verdict]),
          );
          return exposures.length > 0 && findings.length === 0
            ? []
            : [{ seed, exposures: exposures.length, findings }];
        });
        expect(wrong).toEqual([]);
      },
    );
  },
);
