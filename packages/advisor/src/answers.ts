import { AnswerSet, Condition, DecisionTable, Question } from './DecisionTable';

/**
 * A question that is asked, as a form shows it.
 *
 * @public
 */
export interface AskedQuestion<Answers extends AnswerSet> {
  id: keyof Answers & string;
  title: string;
  text: string;
  options: { value: string; label: string }[];
  /** The answer given, or the one assumed. */
  answer: string;
  /** Nobody has answered it yet. */
  assumed: boolean;
}

/**
 * The questions that the answers so far make relevant, in their order. Answers to
 * other questions are ignored, not refused, so that a form may keep them.
 *
 * @throws RangeError when an answer is not an option of its question, or belongs
 * to no question of the table. The message names both.
 * @public
 */
export function askedQuestions<
  Answers extends AnswerSet,
  OutcomeId extends string,
>(
  table: DecisionTable<Answers, OutcomeId>,
  given: Partial<Answers>,
): AskedQuestion<Answers>[] {
  const answers = settle(table, given);
  return questionIds(table)
    .filter(id => answers[id] !== undefined)
    .map(id => {
      const { title, text, options, assumed } = table.questions[id];
      return {
        id,
        title,
        text,
        options: Object.entries<string>(options).map(([value, label]) => ({
          value,
          label,
        })),
        answer: answers[id] ?? assumed,
        assumed: given[id] === undefined,
      };
    });
}

/** The answer to each question that is asked: the given one or the assumed one. */
export function settle<Answers extends AnswerSet, OutcomeId extends string>(
  table: DecisionTable<Answers, OutcomeId>,
  given: Partial<Answers>,
): Partial<Answers> {
  refuseForeign(table, given);
  const answers: Partial<Answers> = {};
  for (const id of questionIds(table)) {
    const { askedWhen, assumed } = table.questions[id];
    if (!askedWhen || askedWhen.some(condition => holds(condition, answers))) {
      answers[id] = given[id] ?? assumed;
    }
  }
  return answers;
}

/** Whether answers meet a condition. */
export function holds<Answers extends AnswerSet>(
  condition: Condition<Answers>,
  answers: Partial<Answers>,
): boolean {
  return conditionIds(condition).every(id => {
    const answer = answers[id];
    return answer !== undefined && condition[id]?.includes(answer);
  });
}

export function questionIds<
  Answers extends AnswerSet,
  OutcomeId extends string,
>(table: DecisionTable<Answers, OutcomeId>): (keyof Answers & string)[] {
  return Object.keys(table.questions);
}

export function conditionIds<Answers extends AnswerSet>(
  condition: Condition<Answers>,
): (keyof Answers & string)[] {
  return Object.keys(condition);
}

export function optionsOf<Answers extends AnswerSet, Option extends string>(
  question: Question<Answers, Option>,
): Option[] {
  return Object.keys(question.options) as Option[];
}

// Answers come from forms and files, whatever their type says.
function refuseForeign<Answers extends AnswerSet, OutcomeId extends string>(
  table: DecisionTable<Answers, OutcomeId>,
  given: Partial<Answers>,
) {
  for (const [id, answer] of Object.entries(given)) {
    if (!Object.hasOwn(table.questions, id)) {
      throw new RangeError(
        `"${id}" is not a question about ${table.title.toLowerCase()}; the questions are ${questionIds(
          table,
        ).join(', ')}.`,
      );
    }
    const question: Question<Answers> = table.questions[id];
    if (answer !== undefined && !Object.hasOwn(question.options, answer)) {
      throw new RangeError(
        `"${answer}" is not an answer to "${
          question.text
        }" (${id}); choose one of ${optionsOf(question).join(', ')}.`,
      );
    }
  }
}
