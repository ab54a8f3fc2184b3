import { Freshness, unreadReasons } from './freshness';
import { troubleOf } from './sourceTrouble';

describe('troubleOf', () => {
  it.each(['live', 'pending'] as const)('finds none where it is %s', state => {
    expect(troubleOf({ state })).toBeUndefined();
  });

  it('says of each reason something else, and what to do in whole sentences', () => {
    const told = unreadReasons.map(reason =>
      troubleOf({ state: 'unreachable', reason }),
    );
    expect(new Set(told.map(trouble => trouble?.problem)).size).toBe(
      unreadReasons.length,
    );
    told.forEach(trouble => {
      expect(trouble?.problem).toMatch(/^The portal cannot read .*\.$/);
      expect(trouble?.remedy).toMatch(/^The (platform team|portal) .*\.$/);
    });
  });

  it.each<[Freshness['state'], RegExp]>([
    ['stale', /shows what it last knew\. It does not answer in time\.$/],
    ['unreachable', /cannot read the cluster\. It does not answer in time\.$/],
  ])('says first what being %s means', (state, words) => {
    expect(troubleOf({ state, reason: 'timeout' })?.problem).toMatch(words);
  });
});
