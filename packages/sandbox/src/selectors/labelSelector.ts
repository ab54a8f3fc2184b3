import { badRequest } from '../errors/refusals';
import {
  qualifiedNameErrors,
  labelValueErrors,
} from '../registry/metadataRules';
import { TokenReader, tokensOf } from './tokens';

type Labels = Readonly<Record<string, string>>;

/** Whether labels are selected. */
export type LabelTest = (labels: Labels) => boolean;

/** A selector: every test must hold. */
export type LabelTests = readonly LabelTest[];

/**
 * Parses the `labelSelector` parameter with the API server's grammar.
 *
 * @throws StatusError 400 in the server's words
 */
export function requestedLabels(text: string | null): LabelTests {
  try {
    return parse(new TokenReader(tokensOf(text ?? '')));
  } catch (error) {
    throw badRequest(
      `unable to parse requirement: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}

/** Whether an object's labels meet all tests. */
export function meetsLabels(tests: LabelTests, labels: Labels = {}): boolean {
  return tests.every(test => test(labels));
}

function parse(reader: TokenReader): LabelTest[] {
  const tests: LabelTest[] = [];
  while (reader.peek().type !== 'end') {
    tests.push(parseRequirement(reader));
    const { type, text } = reader.take();
    if (type === 'end') {
      break;
    }
    if (text !== ',') {
      throw new Error(`found '${text}', expected: ',' or 'end of string'`);
    }
    const next = reader.peek(true);
    if (next.type !== 'identifier' && next.text !== '!') {
      throw new Error(`found '${next.text}', expected: identifier after ','`);
    }
  }
  return tests;
}

function parseRequirement(reader: TokenReader): LabelTest {
  const negated = reader.peek().text === '!' && Boolean(reader.take());
  const key = reader.take(true);
  if (key.type !== 'identifier') {
    throw new Error(`found '${key.text}', expected: identifier`);
  }
  const [wrong] = qualifiedNameErrors(key.text);
  if (wrong) {
    throw new Error(
      `<nil>: Invalid value: ${JSON.stringify(key.text)}: ${wrong}`,
    );
  }
  if (negated) {
    return labels => !Object.hasOwn(labels, key.text);
  }
  const next = reader.peek();
  if (next.type === 'end' || next.text === ',') {
    return labels => Object.hasOwn(labels, key.text);
  }
  return parseComparison(reader, key.text);
}

function parseComparison(reader: TokenReader, key: string): LabelTest {
  const { text: operator } = reader.take();
  switch (operator) {
    case 'in':
      return among(key, parseValues(reader, key), true);
    case 'notin':
      return among(key, parseValues(reader, key), false);
    case '=':
    case '==':
      return among(key, [parseValue(reader, key)], true);
    case '!=':
      return among(key, [parseValue(reader, key)], false);
    case '>':
    case '<':
      return ordered(key, operator, parseValue(reader, key));
    default:
      throw new Error(
        `found '${operator}', expected: in, notin, =, ==, !=, gt, lt`,
      );
  }
}

// An object without the label is "not in", as the server has it.
function among(key: string, values: string[], wanted: boolean): LabelTest {
  return labels =>
    (Object.hasOwn(labels, key) && values.includes(labels[key])) === wanted;
}

function ordered(key: string, operator: string, text: string): LabelTest {
  if (!/^-?\d+$/.test(text)) {
    throw new Error(
      `values[0]: Invalid value: ${JSON.stringify(
        text,
      )}: for 'Gt', 'Lt' operators, the value must be an integer`,
    );
  }
  const limit = Number(text);
  return labels => {
    const value = /^-?\d+$/.test(labels[key] ?? '') ? Number(labels[key]) : NaN;
    return operator === '>' ? value > limit : value < limit;
  };
}

function parseValue(reader: TokenReader, key: string): string {
  const { type, text } = reader.peek(true);
  if (type === 'end' || text === ',') {
    return '';
  }
  reader.take(true);
  if (type !== 'identifier') {
    throw new Error(`found '${text}', expected: identifier`);
  }
  return checkedValue(text, key, 0);
}

function parseValues(reader: TokenReader, key: string): string[] {
  const open = reader.take();
  if (open.text !== '(') {
    throw new Error(`found '${open.text}' expected: '('`);
  }
  const values: string[] = [];
  for (;;) {
    const { type, text } = reader.peek(true);
    if (type === 'identifier') {
      reader.take(true);
      values.push(checkedValue(text, key, values.length));
    } else if (text === ',' || text === ')') {
      // Nothing between two signs is the empty value.
      values.push('');
    } else {
      throw new Error(`found '${text}', expected: ',', ')' or identifier`);
    }
    const sign = reader.take();
    if (sign.text === ')') {
      return values;
    }
    if (sign.text !== ',') {
      throw new Error(`found '${sign.text}', expected: ',' or ')'`);
    }
  }
}

function checkedValue(value: string, key: string, index: number): string {
  const [wrong] = labelValueErrors(value);
  if (wrong) {
    throw new Error(
      `values[${index}][${key}]: Invalid value: ${JSON.stringify(
        value,
      )}: ${wrong}`,
    );
  }
  return value;
}
