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

// Names of objects are DNS subdomains, those of RBAC and some metrics looser;
// none has white space, quotes or braces, so no sentence passes for a name.
const NAME = /^[A-Za-z0-9](?:[-_.:/A-Za-z0-9]{0,251}[A-Za-z0-9])?$/;

/** What may be the name of something. */
export function nameIn(value: unknown): string | undefined {
  const word = text(value);
  return word !== undefined && NAME.test(word) ? word : undefined;
}

/** The names in a list; other entries are left out. */
export function namesIn(value: unknown): string[] {
  return Array.isArray(value)
    ? value.flatMap(entry => nameIn(entry) ?? [])
    : [];
}

// A host name, with a wildcard where one may stand, or an address.
const HOST = /^(?:\*\.)?[A-Za-z0-9_](?:[-_.:A-Za-z0-9]{0,252})$/;

/** A host name, a wildcard for host names, or an address. */
export function hostIn(value: unknown): string | undefined {
  const host = text(value);
  return host !== undefined && HOST.test(host) ? host : undefined;
}

/** The hosts in a list; other entries are left out. */
export function hostsIn(value: unknown): string[] {
  return Array.isArray(value)
    ? value.flatMap(entry => hostIn(entry) ?? [])
    : [];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id as Entra gives it to identities, tenants and subscriptions. */
export function uuidIn(value: unknown): string | undefined {
  const id = text(value);
  return id !== undefined && UUID.test(id) ? id : undefined;
}

const ARM_ID = /^\/subscriptions\/[-\w]{1,64}(?:\/[-\w.()]{1,260}){1,20}$/i;

/** The id of an Azure resource. */
export function armIdIn(value: unknown): string | undefined {
  const id = text(value);
  return id !== undefined && ARM_ID.test(id) ? id : undefined;
}

// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
const QUANTITY =
  /^[-+]?\d{1,20}(?:\.\d{0,12})?(?:[eE][-+]?\d{1,3}|[KMGTPE]i|[mkMGTPEnu])?$/;

/** An amount as Kubernetes writes it; a whole number becomes its text. */
export function quantity(value: unknown): string | undefined {
  const amount = typeof value === 'number' ? String(value) : text(value);
  return amount !== undefined && QUANTITY.test(amount) ? amount : undefined;
}

/** A map of amounts; entries that are none are left out. */
export function quantities(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asFields(value)).flatMap(([key, entry]) => {
      const amount = quantity(entry);
      return amount !== undefined && NAME.test(key) ? [[key, amount]] : [];
    }),
  );
}

// As Go writes durations, with `Never` where Karpenter takes it.
const DURATION = /^(?:Never|(?:\d{1,12}(?:\.\d{1,9})?(?:ns|us|µs|ms|s|m|h))+)$/;

/** A duration as it is written: `720h`, `1h30m`. */
export function duration(value: unknown): string | undefined {
  const written = text(value);
  return written !== undefined && DURATION.test(written) ? written : undefined;
}

/** A number, or a percentage as text. */
export function countOrPercent(value: unknown): number | string | undefined {
  const number = count(value);
  if (number !== undefined) {
    return number;
  }
  const percent = text(value);
  return percent !== undefined && /^\d{1,3}%$/.test(percent)
    ? percent
    : undefined;
}

/** The same facts without the keys that hold nothing. */
export function present<Facts extends object>(facts: Facts): Facts {
  const kept = { ...facts };
  for (const key of Object.keys(kept) as (keyof Facts)[]) {
    if (kept[key] === undefined) {
      delete kept[key];
    }
  }
  return kept;
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
