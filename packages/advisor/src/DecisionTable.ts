/**
 * Answers of one decision table: the id of a question, and the option chosen.
 *
 * @public
 */
export type AnswerSet = Readonly<Record<string, string>>;

/**
 * Holds when each question named was answered with one of the options listed. A
 * question that is not asked meets no condition.
 *
 * @public
 */
export type Condition<Answers extends AnswerSet> = {
  readonly [Id in keyof Answers]?: readonly Answers[Id][];
};

/**
 * One question of a table, with everything that a form needs.
 *
 * @public
 */
export interface Question<
  Answers extends AnswerSet,
  Option extends string = string,
> {
  /** A few words, such as `Placement`. */
  title: string;
  /** The question itself. */
  text: string;
  /** The label of each option. */
  options: Readonly<Record<Option, string>>;
  /** The option taken as long as nobody has answered. */
  assumed: Option;
  /**
   * Asked when one of these holds, always when left out. The conditions look at
   * earlier questions only.
   */
  askedWhen?: readonly Condition<Answers>[];
}

/**
 * Where a fact was read.
 *
 * @public
 */
export interface Source {
  title: string;
  url: string;
  /** The day of the text that was read, or its month: `YYYY-MM-DD`, `YYYY-MM`. */
  date: string;
}

/**
 * Something about Kubernetes or Azure that may change one day.
 *
 * @public
 */
export interface Fact {
  text: string;
  source: Source;
  /** Where the fact is the end of a support: its last day, in UTC. */
  lastDay?: string;
  /** What to say instead of `text` when that day is over. */
  afterwards?: string;
}

/**
 * Something one may end up with.
 *
 * @public
 */
export interface Outcome {
  title: string;
  /** How it is done, in a sentence or two. */
  text: string;
  /** The fields that make it, by the path at which they are set. */
  settings: Readonly<Record<string, string>>;
}

/**
 * An argument that holds for certain answers.
 *
 * @public
 */
export interface Argument<Answers extends AnswerSet> {
  when: Condition<Answers>;
  /** A sentence that needs no context. */
  because: string;
  facts?: readonly Fact[];
}

/**
 * The second choice of a row.
 *
 * @public
 */
export interface RunnerUp<Answers extends AnswerSet, OutcomeId extends string> {
  outcome: OutcomeId;
  /** Why it lost. */
  because: string;
  facts?: readonly Fact[];
  /** Left out: for all answers of its row. */
  when?: Condition<Answers>;
  /** The last day, in UTC, on which it is still a choice. */
  lastDay?: string;
}

/**
 * A row of a table: the outcome that certain answers lead to.
 *
 * @public
 */
export interface Row<Answers extends AnswerSet, OutcomeId extends string>
  extends Argument<Answers> {
  outcome: OutcomeId;
  /** The first that applies is the runner-up; the last one always does. */
  runnersUp: readonly RunnerUp<Answers, OutcomeId>[];
}

/**
 * Answers that cannot be had together.
 *
 * @public
 */
export interface Contradiction<Answers extends AnswerSet> {
  id: string;
  title: string;
  /** Each of these is the contradiction. */
  whenAny: readonly Condition<Answers>[];
  because: string;
  /** What to do instead. */
  remedy: string;
  facts?: readonly Fact[];
}

/**
 * What is said beside a recommendation.
 *
 * @public
 */
export interface Remark<Answers extends AnswerSet, OutcomeId extends string>
  extends Argument<Answers> {
  /** Only with these outcomes; left out: with all. */
  outcomes?: readonly OutcomeId[];
}

/**
 * A decision as data: questions, what they can lead to, and which answers lead
 * where. Contradictions are looked for first; then the first row that holds wins.
 *
 * @public
 */
export interface DecisionTable<
  Answers extends AnswerSet,
  OutcomeId extends string,
> {
  id: string;
  title: string;
  text: string;
  /** In the order in which they are asked. */
  questions: {
    readonly [Id in keyof Answers]: Question<Answers, Answers[Id]>;
  };
  outcomes: Readonly<Record<OutcomeId, Outcome>>;
  contradictions: readonly Contradiction<Answers>[];
  rows: readonly Row<Answers, OutcomeId>[];
  remarks: readonly Remark<Answers, OutcomeId>[];
}
