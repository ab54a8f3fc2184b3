import { randomNumbers } from '../testing/random';
import { exposuresAmong } from '../testing/shop';
import { topologies } from '../testing/topologies';

const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);

describe.each(Object.entries(topologies))(
  'healthy services behind a %s',
  (_, topology) => {
    it('have nothing found on them above a note, whatever they look like', () => {
      const wrong = SEEDS.flatMap(seed => {
        const { exposures } = exposuresAmong(topology(randomNumbers(seed)));
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
    });
  },
);
