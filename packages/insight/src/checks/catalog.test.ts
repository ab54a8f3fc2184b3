import { kinds } from '../kinds';
import { ruleCatalog } from '../rules/catalog';
import { checkCatalog } from './catalog';

describe('the catalog of checks', () => {
  it('has each id once, and none of a rule', () => {
    const ids = [...checkCatalog, ...ruleCatalog].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(checkCatalog.map(check => [check.id, check] as const))(
    '%s says what it judges and how it is known',
    (id, { title, judges, reads, fact }) => {
      expect(id).toMatch(/^[A-Z]{2}\d{2}$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(judges.length).toBeGreaterThan(0);
      expect(reads).toEqual(expect.arrayContaining([...judges]));
      expect(kinds.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining([...reads]),
      );
      expect(fact.source).toMatch(/^https:\/\//);
      expect(fact.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    },
  );
});
