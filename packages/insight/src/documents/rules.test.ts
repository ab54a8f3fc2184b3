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
