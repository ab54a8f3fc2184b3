/**
 * Readers of fields in objects of unknown shape. Each is total: whatever stands
 * there, it answers with the asked type or says that there is none.
 */

export type Fields = Readonly<Record<string, unknown>>;

const NOTHING: Fields = {};

/** The object at a path; empty when anything on the way is not an object. */
export function fieldsAt(value: unknown, ...path: string[]): Fields {
  let current = asFields(value);
  for (const key of path) {
    current = Object.hasOwn(current, key) ? asFields(current[key]) : NOTHING;
  }
  return current;
}

/** The objects in a list; other entries are left out. */
export function fieldsIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** A text that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The texts in a list; other entries are left out. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap(entry => text(entry) ?? []) : [];
}

/** A whole number that is not negative, as replicas, ports and generations are. */
export function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : undefined;
}

/** A number that may be a port. */
export function portNumber(value: unknown): number | undefined {
  const number = count(value);
  return number !== undefined && number > 0 && number < 65_536
    ? number
    : undefined;
}

/** A time as the API server writes it. */
export function time(value: unknown): string | undefined {
  const written = text(value);
  return written !== undefined && !Number.isNaN(Date.parse(written))
    ? written
    : undefined;
}

/** A map of texts, such as labels; entries that are no text are left out. */
export function textMap(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asFields(value)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

// What the API server asks of `metav1.Condition.reason`, bounded. A reason that
// is anything else could be a message, and a message can quote a secret.
const REASON = /^[A-Za-z](?:[A-Za-z0-9_,:]{0,253}[A-Za-z0-9_])?$/;

/** A reason as controllers and the kubelet give it: one word. */
export function reason(value: unknown): string | undefined {
  const word = text(value);
  return word !== undefined && REASON.test(word) ? word : undefined;
}

function asFields(value: unknown): Fields {
  return isFields(value) ? value : NOTHING;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
