import {
  Advice,
  Change,
  ChosenOutcome,
  Reason,
  StatedAnswer,
  StatedFact,
} from './Advice';
import { conditionIds, holds, optionsOf, questionIds, settle } from './answers';
import { Calendar } from './Calendar';
import {
  AnswerSet,
  Condition,
  Contradiction,
  DecisionTable,
  Fact,
  Row,
} from './DecisionTable';

type Verdict<Answers extends AnswerSet, OutcomeId extends string> =
  | { contradiction: Contradiction<Answers>; when: Condition<Answers> }
  | { row: Row<Answers, OutcomeId> };

/**
 * What answers lead to: one recommendation, or the contradiction in them. A
 * question without an answer counts as answered with what it assumes, so advice
 * can be shown from the first moment; the answers assumed are marked.
 *
 * @param at - `now` decides which supports have ended.
 * @throws RangeError when an answer is not an option of its question, or belongs
 * to no question of the table.
 * @public
 */
export function advise<Answers extends AnswerSet, OutcomeId extends string>(
  table: DecisionTable<Answers, OutcomeId>,
  given: Partial<Answers>,
  at: { now: Date },
): Advice<Answers, OutcomeId> {
  const answers = settle(table, given);
  const calendar = new Calendar(at.now);
  const explain = (
    when: Condition<Answers>,
    because: string,
    facts: readonly Fact[] = [],
  ): Reason<Answers> => ({
    because,
    answers: stateAnswers(table, when, answers, given),
    facts: facts.map(fact => stateFact(fact, calendar)),
  });
  const verdict = decide(table, answers);
  const whatWouldChange = changesOf(table, given, verdict);

  if ('contradiction' in verdict) {
    const { id, title, because, facts, remedy } = verdict.contradiction;
    const reason = explain(verdict.when, because, facts);
    return {
      type: 'contradiction',
      id,
      title,
      reason,
      remedy,
      whatWouldChange,
      validUntil: calendar.nextChange,
    };
  }

  const { row } = verdict;
  const runnerUp = row.runnersUp.find(
    ({ when = {}, lastDay }) =>
      holds(when, answers) && !(lastDay && calendar.isOver(lastDay)),
  );
  if (!runnerUp) {
    throw new Error(`A row of the table ${table.id} has no runner-up.`);
  }
  const reason = explain(row.when, row.because, row.facts);
  const runnerUpReason = explain(
    { ...row.when, ...runnerUp.when },
    runnerUp.because,
    runnerUp.facts,
  );
  const remarks = table.remarks
    .filter(
      ({ when, outcomes }) =>
        holds(when, answers) && (outcomes?.includes(row.outcome) ?? true),
    )
    .map(({ when, because, facts }) => explain(when, because, facts));
  return {
    type: 'recommendation',
    outcome: choose(table, row.outcome),
    reason,
    runnerUp: {
      outcome: choose(table, runnerUp.outcome),
      reason: runnerUpReason,
    },
    remarks,
    whatWouldChange,
    validUntil: calendar.nextChange,
  };
}

function decide<Answers extends AnswerSet, OutcomeId extends string>(
  table: DecisionTable<Answers, OutcomeId>,
  answers: Partial<Answers>,
): Verdict<Answers, OutcomeId> {
  for (const contradiction of table.contradictions) {
    const when = contradiction.whenAny.find(each => holds(each, answers));
    if (when) {
      return { contradiction, when };
    }
  }
  const row = table.rows.find(each => holds(each.when, answers));
  if (!row) {
    throw new Error(
      `The table ${table.id} has no row for ${JSON.stringify(answers)}.`,
    );
  }
  return { row };
}

function changesOf<Answers extends AnswerSet, OutcomeId extends string>(
  table: DecisionTable<Answers, OutcomeId>,
  given: Partial<Answers>,
  verdict: Verdict<Answers, OutcomeId>,
): Change<Answers, OutcomeId>[] {
  const answers = settle(table, given);
  const outcome = 'row' in verdict ? verdict.row.outcome : undefined;
  const changes: Change<Answers, OutcomeId>[] = [];
  for (const id of questionIds(table)) {
    const question = table.questions[id];
    const from = answers[id];
    for (const to of from === undefined ? [] : optionsOf(question)) {
      const other = decide(table, settle(table, { ...given, [id]: to }));
      if (from && 'row' in other && other.row.outcome !== outcome) {
        changes.push({
          question: id,
          questionTitle: question.title,
          from: { option: from, label: question.options[from] },
          to: { option: to, label: question.options[to] },
          outcome: choose(table, other.row.outcome),
        });
      }
    }
  }
  return changes;
}

function choose<Answers extends AnswerSet, OutcomeId extends string>(
  table: DecisionTable<Answers, OutcomeId>,
  id: OutcomeId,
): ChosenOutcome<OutcomeId> {
  return { id, ...table.outcomes[id] };
}

function stateAnswers<Answers extends AnswerSet, OutcomeId extends string>(
  table: DecisionTable<Answers, OutcomeId>,
  when: Condition<Answers>,
  answers: Partial<Answers>,
  given: Partial<Answers>,
): StatedAnswer<Answers>[] {
  return conditionIds(when).flatMap(id => {
    const option = answers[id];
    const { title, options } = table.questions[id];
    return option === undefined
      ? []
      : [
          {
            question: id,
            questionTitle: title,
            option,
            optionLabel: options[option],
            assumed: given[id] === undefined,
          },
        ];
  });
}

function stateFact(fact: Fact, calendar: Calendar): StatedFact {
  const { text, source, lastDay, afterwards } = fact;
  if (lastDay === undefined) {
    return { text, source };
  }
  const over = calendar.isOver(lastDay);
  return { text: over ? afterwards ?? text : text, source, lastDay };
}
