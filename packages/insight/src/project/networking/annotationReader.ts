import { AnnotationProblem } from '../../records/loadBalancer';

// What a Service asks for is short; a list of a megabyte must not hold others up.
const MOST_CHARACTERS = 16 * 1024;

/** Reads the annotations of one prefix, each by its form, and notes what is wrong. */
export class AnnotationReader {
  readonly problems: AnnotationProblem[] = [];
  readonly #annotations: Readonly<Record<string, string>>;
  readonly #prefix: string;

  constructor(annotations: Readonly<Record<string, string>>, prefix: string) {
    this.#annotations = annotations;
    this.#prefix = prefix;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#annotations, this.#prefix + key);
  }

  /** As the provider reads them: anything but `true` is false. */
  flag(key: string): boolean {
    const value = this.#raw(key)?.toLowerCase();
    if (value !== undefined && value !== 'true' && value !== 'false') {
      this.note(key, 'is neither true nor false, and counts as false', false);
    }
    return value === 'true';
  }

  number(
    key: string,
    bounds: { from: number; to?: number },
  ): number | undefined {
    const value = this.#raw(key)?.trim();
    if (value === undefined) {
      return undefined;
    }
    if (!/^[-+]?\d{1,9}$/.test(value)) {
      this.note(key, 'is no whole number');
      return undefined;
    }
    const number = Number(value);
    const { from, to = Infinity } = bounds;
    if (number < from || number > to) {
      this.note(
        key,
        to === Infinity
          ? `is ${number}, and has to be ${from} or more`
          : `is ${number}, and has to be from ${from} to ${to}`,
      );
    }
    return number;
  }

  /** One word of a form; what is of another form is not kept. */
  word(key: string, form: RegExp, called: string): string | undefined {
    const value = this.#raw(key)?.trim();
    if (value === undefined) {
      return undefined;
    }
    if (!form.test(value)) {
      this.note(key, value === '' ? 'is empty' : `is no ${called}`);
      return undefined;
    }
    return value;
  }

  /** The words of a list; those of another form are not kept. */
  words(
    key: string,
    form: RegExp,
    called: string,
    separator: RegExp = /,/,
  ): string[] {
    const written = (this.#raw(key) ?? '').slice(0, MOST_CHARACTERS);
    const words = written
      .split(separator)
      .map(word => word.trim())
      .filter(word => word !== '');
    const fitting = words.filter(word => form.test(word));
    if (fitting.length < words.length) {
      this.note(key, `holds something that is no ${called}`);
    }
    return fitting;
  }

  note(key: string, problem: string, refused = true) {
    this.problems.push({ annotation: this.#prefix + key, problem, refused });
  }

  #raw(key: string): string | undefined {
    return this.has(key) ? this.#annotations[this.#prefix + key] : undefined;
  }
}
