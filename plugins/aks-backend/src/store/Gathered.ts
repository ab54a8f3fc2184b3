import { Knex } from 'knex';
import { jsonTable, query } from './sql';

/** How questions of one sort are answered by one statement. */
export interface GatheredOptions<Question> {
  knex: Knex;
  /** The columns of what is looked up. */
  columns: readonly string[];
  /** What to look up for a question, by column. */
  rowsOf: (
    question: Question,
  ) => readonly Readonly<Record<string, string | readonly string[] | null>>[];
  /**
   * The statement. `listed` follows FROM: the columns above, and `question`,
   * which the statement must select.
   */
  sql: (listed: string) => string;
}

/**
 * Answers questions with one statement that are asked at the same moment, such
 * as of each cluster by itself: a statement costs far more than a row.
 */
export class Gathered<Question, Row extends object> {
  readonly #options: GatheredOptions<Question>;
  readonly #sql: string;
  #asked: Asked<Question, Row>[] = [];

  constructor(options: GatheredOptions<Question>) {
    const { knex, columns, sql } = options;
    this.#options = options;
    this.#sql = sql(jsonTable(knex, ['question', ...columns]));
  }

  ask(question: Question): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ question, resolve, reject });
      if (this.#asked.length === 1) {
        // Comes after all that is ready to go on, and so to ask.
        process.nextTick(() => this.#answer());
      }
    });
  }

  async #answer(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    try {
      const answers = await this.#lookUp(asked.map(({ question }) => question));
      asked.forEach(({ resolve }, index) => resolve(answers[index]));
    } catch (error) {
      asked.forEach(({ reject }) => reject(error));
    }
  }

  async #lookUp(questions: readonly Question[]): Promise<Row[][]> {
    const { knex, rowsOf } = this.#options;
    const answers = questions.map((): Row[] => []);
    const rows = questions.flatMap((question, index) =>
      rowsOf(question).map(row => ({ question: index, ...row })),
    );
    if (rows.length > 0) {
      const found = await query<Row & { question: number | string }>(
        knex,
        this.#sql,
        [JSON.stringify(rows)],
      );
      found.forEach(row => answers[Number(row.question)].push(row));
    }
    return answers;
  }
}

interface Asked<Question, Row> {
  question: Question;
  resolve: (rows: Row[]) => void;
  reject: (error: unknown) => void;
}
