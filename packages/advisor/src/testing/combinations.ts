import { askedQuestions } from '../answers';
import { AnswerSet, DecisionTable } from '../DecisionTable';

/** A table, whichever its answers and outcomes are. */
export type AnyTable = DecisionTable<AnswerSet, string>;

/** Every way to answer all questions of a table that are asked. */
export function combinations(
  table: AnyTable,
  answers: AnswerSet = {},
): AnswerSet[] {
  const next = askedQuestions(table, answers).find(({ assumed }) => assumed);
  return next
    ? next.options.flatMap(({ value }) =>
        combinations(table, { ...answers, [next.id]: value }),
      )
    : [answers];
}
