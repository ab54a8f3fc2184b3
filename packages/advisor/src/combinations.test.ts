import { advise } from './advise';
import { Advice } from './Advice';
import { askedQuestions } from './answers';
import { AnswerSet } from './DecisionTable';
import { combinations } from './testing/combinations';
import { allTables } from './testing/tables';

const at = { now: new Date('2026-11-22T12:00:00Z') };

// What ends one day is worth mentioning beside something else, never instead.
const onlyRunnersUp = ['app-routing-nginx', 'kubenet'];

/** What an advice says, without the answers that it repeats. */
function gist(advice: Advice<AnswerSet, string>): string {
  return advice.type === 'contradiction'
    ? advice.id
    : [advice.outcome.id, ...advice.remarks.map(remark => remark.because)].join(
        '\n',
      );
}

describe.each(allTables.map(table => [table.id, table] as const))(
  'every combination of answers about %s',
  (_, table) => {
    const given = combinations(table).map(answers => ({
      answers,
      advice: advise(table, answers, at),
    }));

    const recommendations = given.flatMap(({ advice }) =>
      advice.type === 'recommendation' ? [advice] : [],
    );
    const refusals = given.flatMap(({ advice }) =>
      advice.type === 'contradiction' ? [advice] : [],
    );

    it('gives one recommendation or a named contradiction', () => {
      const outcomes = Object.keys(table.outcomes);
      const contradictions = table.contradictions.map(({ id }) => id);
      expect(given.length).toBeGreaterThan(20);
      expect(recommendations.length + refusals.length).toBe(given.length);
      for (const { outcome } of recommendations) {
        expect(outcomes).toContain(outcome.id);
      }
      for (const { id, remedy } of refusals) {
        expect(contradictions).toContain(id);
        expect(remedy).not.toBe('');
      }
    });

    it('names the answers that led there, as they were given', () => {
      for (const { answers, advice } of given) {
        expect(advice.reason.answers.length).toBeGreaterThan(0);
        for (const { question, option, assumed } of advice.reason.answers) {
          expect([option, assumed]).toEqual([answers[question], false]);
        }
      }
    });

    it('contradicts with two answers or more, or with one that says both', () => {
      for (const { reason } of refusals) {
        const options = reason.answers.map(({ option }) => option);
        expect(options.length > 1 || options[0] === 'both').toBe(true);
      }
    });

    it('has a runner-up that is another outcome', () => {
      for (const { outcome, runnerUp } of recommendations) {
        expect(runnerUp.outcome.id).not.toBe(outcome.id);
        expect(runnerUp.reason.because).not.toBe('');
      }
    });

    it('says exactly which change of one answer leads elsewhere', () => {
      for (const { answers, advice } of given) {
        const before =
          advice.type === 'recommendation' ? advice.outcome.id : undefined;
        const expected = askedQuestions(table, answers).flatMap(
          ({ id, options }) =>
            options.flatMap(({ value }) => {
              const other = advise(table, { ...answers, [id]: value }, at);
              return other.type === 'recommendation' &&
                other.outcome.id !== before
                ? [`${id}: ${answers[id]} to ${value}: ${other.outcome.id}`]
                : [];
            }),
        );
        const said = advice.whatWouldChange.map(
          ({ question, from, to, outcome }) =>
            `${question}: ${from.option} to ${to.option}: ${outcome.id}`,
        );
        expect(said).toEqual(expected);
      }
    });

    it('is the same each time, in whichever order the answers come', () => {
      for (const { answers, advice } of given) {
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(advise(table, reversed, at)).toEqual(advice);
      }
    });

    it('has no option that never matters', () => {
      const idle = Object.entries(table.questions).flatMap(([id, question]) =>
        Object.keys(question.options)
          .filter(
            option =>
              !given.some(
                ({ answers, advice }) =>
                  answers[id] === option &&
                  Object.keys(question.options).some(
                    other =>
                      gist(advise(table, { ...answers, [id]: other }, at)) !==
                      gist(advice),
                  ),
              ),
          )
          .map(option => `${id}: ${option}`),
      );
      expect(idle).toEqual([]);
    });

    it('reaches every outcome, row, contradiction and remark', () => {
      const runnersUp = recommendations.map(
        ({ runnerUp }) => runnerUp.outcome.id,
      );
      const recommended = recommendations.map(({ outcome }) => outcome.id);
      for (const outcome of Object.keys(table.outcomes)) {
        const never = onlyRunnersUp.includes(outcome);
        expect([outcome, recommended.includes(outcome)]).toEqual([
          outcome,
          !never,
        ]);
        expect(never ? runnersUp : recommended).toContain(outcome);
      }
      expect(
        new Set(
          recommendations.map(
            ({ outcome, reason }) => `${outcome.id}: ${reason.because}`,
          ),
        ),
      ).toEqual(
        new Set(
          table.rows.map(({ outcome, because }) => `${outcome}: ${because}`),
        ),
      );
      expect(new Set(refusals.map(({ id }) => id))).toEqual(
        new Set(table.contradictions.map(({ id }) => id)),
      );
      expect(
        new Set(
          recommendations.flatMap(({ remarks }) =>
            remarks.map(({ because }) => because),
          ),
        ),
      ).toEqual(new Set(table.remarks.map(({ because }) => because)));
    });
  },
);
