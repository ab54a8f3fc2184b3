import { AnswerSet, Outcome, Source } from './DecisionTable';

/**
 * An answer, in words.
 *
 * @public
 */
export interface StatedAnswer<Answers extends AnswerSet> {
  question: keyof Answers & string;
  questionTitle: string;
  option: string;
  optionLabel: string;
  /** Nobody gave it: it is what the question assumes. */
  assumed: boolean;
}

/**
 * A fact as it stands at the moment of the advice.
 *
 * @public
 */
export interface StatedFact {
  text: string;
  source: Source;
  /** Where a support ends or has ended: its last day, as `YYYY-MM-DD`. */
  lastDay?: string;
}

/**
 * Why: an argument, the answers it rests on, and the facts behind it.
 *
 * @public
 */
export interface Reason<Answers extends AnswerSet> {
  because: string;
  answers: StatedAnswer<Answers>[];
  facts: StatedFact[];
}

/**
 * One outcome of a table, with its id.
 *
 * @public
 */
export interface ChosenOutcome<OutcomeId extends string> extends Outcome {
  id: OutcomeId;
}

/**
 * A change of one answer, and the outcome that it would lead to.
 *
 * @public
 */
export interface Change<Answers extends AnswerSet, OutcomeId extends string> {
  question: keyof Answers & string;
  questionTitle: string;
  from: { option: string; label: string };
  to: { option: string; label: string };
  outcome: ChosenOutcome<OutcomeId>;
}

/**
 * What the answers lead to.
 *
 * @public
 */
export interface Recommendation<
  Answers extends AnswerSet,
  OutcomeId extends string,
> {
  type: 'recommendation';
  outcome: ChosenOutcome<OutcomeId>;
  reason: Reason<Answers>;
  /** The second choice, and why it lost. */
  runnerUp: { outcome: ChosenOutcome<OutcomeId>; reason: Reason<Answers> };
  remarks: Reason<Answers>[];
  /** Every change of one answer that leads to another outcome. */
  whatWouldChange: Change<Answers, OutcomeId>[];
  /** When time alone changes what is said here; left out: never. */
  validUntil?: Date;
}

/**
 * Answers that are refused because they cannot be had together.
 *
 * @public
 */
export interface Refusal<Answers extends AnswerSet, OutcomeId extends string> {
  type: 'contradiction';
  id: string;
  title: string;
  /** Its answers are the ones that contradict each other. */
  reason: Reason<Answers>;
  remedy: string;
  /** Every change of one answer that resolves it. */
  whatWouldChange: Change<Answers, OutcomeId>[];
  /** When time alone changes what is said here; left out: never. */
  validUntil?: Date;
}

/**
 * Exactly one of the two.
 *
 * @public
 */
export type Advice<Answers extends AnswerSet, OutcomeId extends string> =
  | Recommendation<Answers, OutcomeId>
  | Refusal<Answers, OutcomeId>;
