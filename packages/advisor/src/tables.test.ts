import { conditionIds } from './answers';
import { allTables } from './testing/tables';

const SENTENCE = /^\p{Lu}.*\.$/u;

describe.each(allTables.map(table => [table.id, table] as const))(
  'the table %s',
  (_, table) => {
    const ids = Object.keys(table.questions);

    it.each(Object.entries(table.questions))(
      'asks about %s what a form can show',
      (id, { title, text, options, assumed, askedWhen = [] }) => {
        expect(title).toMatch(/^[A-Z]/);
        expect(text).toMatch(/^[A-Z].*\?$/);
        expect(Object.keys(options).length).toBeGreaterThan(1);
        expect(Object.keys(options)).toContain(assumed);
        const earlier = ids.slice(0, ids.indexOf(id));
        for (const condition of askedWhen) {
          expect(earlier).toEqual(
            expect.arrayContaining(conditionIds(condition)),
          );
        }
      },
    );

    it('uses only options that its questions have', () => {
      const conditions = [
        ...table.rows.map(({ when }) => when),
        ...table.rows.flatMap(row => row.runnersUp.map(({ when }) => when)),
        ...table.contradictions.flatMap(({ whenAny }) => whenAny),
        ...table.remarks.map(({ when }) => when),
      ];
      for (const condition of conditions) {
        for (const [id, options] of Object.entries(condition ?? {})) {
          expect(Object.keys(table.questions[id].options)).toEqual(
            expect.arrayContaining([...(options ?? [])]),
          );
        }
      }
    });

    it('has for each row a last runner-up that always applies', () => {
      for (const { runnersUp } of table.rows) {
        const last = runnersUp[runnersUp.length - 1];
        expect(last.when).toBeUndefined();
        expect(last.lastDay).toBeUndefined();
      }
    });

    it('argues in sentences, with dated sources', () => {
      const reasons = [
        ...table.rows,
        ...table.rows.flatMap(({ runnersUp }) => runnersUp),
        ...table.contradictions,
        ...table.remarks,
      ];
      for (const { because, facts = [] } of reasons) {
        expect(because).toMatch(SENTENCE);
        for (const { text, source, lastDay, afterwards } of facts) {
          expect(text).toMatch(SENTENCE);
          expect(source.url).toMatch(/^https:\/\//);
          expect(source.date).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
          expect(afterwards === undefined).toBe(lastDay === undefined);
        }
      }
      for (const { text } of Object.values(table.outcomes)) {
        expect(text).toMatch(SENTENCE);
      }
    });
  },
);
