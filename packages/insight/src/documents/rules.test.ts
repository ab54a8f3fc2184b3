import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exposureRules, ruleCatalog } from '../rules/catalog';
import { openRules } from '../rules/openRules';
import { drawRules } from './rules';

const page = join(__dirname, '../../../../docs/rules.md');

describe('docs/rules.md', () => {
  it('is what "yarn workspace @backstage-aks/insight document" draws', () => {
    expect(readFileSync(page, 'utf8')).toBe(
      drawRules(exposureRules, openRules),
    );
  });

  it('counts what is confirmed and can be shown, and nothing else', () => {
    const rule = (id: string, verified = true) => ({
      ...exposureRules[0],
      id,
      fact: { ...exposureRules[0].fact, verified },
    });
    const missing = (id: string, state: 'not-yet' | 'not-in-records') => ({
      ...openRules[0],
      id,
      state,
    });
    const drawn = drawRules(
      [rule('IN01'), rule('IN34'), rule('IN02', false), rule('IN35')],
      [missing('IN03', 'not-yet'), missing('IN04', 'not-in-records')],
    );
    expect(drawn).toContain('Of the 3 faults from IN01 to IN34');
    expect(drawn).toContain('2 have a rule (66 %)');
  });

  it('has every rule from IN01 to IN34 once, decided or with the reason why not', () => {
    const ids = [...ruleCatalog, ...openRules].map(({ id }) => id);
    const wanted = Array.from(
      { length: 34 },
      (_, index) => `IN${String(index + 1).padStart(2, '0')}`,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(wanted));
  });

  it.each(openRules.map(rule => [rule.id, rule] as const))(
    'says why %s has no rule',
    (_, { title, because }) => {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(because).toMatch(/^[A-Z].*\.$/);
    },
  );
});
