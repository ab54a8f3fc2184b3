import { kinds } from '../kinds';
import { exposureRules, ruleCatalog } from './catalog';

describe('the catalog of rules', () => {
  it('has every rule that another yields to, at the same hop', () => {
    const hopOf = new Map(exposureRules.map(({ id, hop }) => [id, hop]));
    const yielding = exposureRules.flatMap(({ hop, yieldsTo = [] }) =>
      yieldsTo.map(id => [id, hop]),
    );
    expect(yielding.length).toBeGreaterThan(0);
    expect(yielding.map(([id]) => [id, hopOf.get(id)])).toEqual(yielding);
  });

  it('has each id once', () => {
    const ids = ruleCatalog.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(ruleCatalog.map(rule => [rule.id, rule] as const))(
    '%s says what it reads and how it is known',
    (id, { title, reads, fact }) => {
      expect(id).toMatch(/^[A-Z]{2}\d{2}$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(kinds.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining([...reads]),
      );
      expect(fact.source).toMatch(/^https:\/\//);
      expect(fact.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    },
  );
});
