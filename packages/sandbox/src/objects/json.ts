/** A JSON object whose fields are not known beforehand. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is a JSON object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a field, created where absent or null. */
export function ensureObject(parent: JsonObject, field: string): JsonObject {
  const present = parent[field];
  if (isJsonObject(present)) {
    return present;
  }
  const created: JsonObject = {};
  parent[field] = created;
  return created;
}

/** Sets a field that the client left out. */
export function setDefault(parent: JsonObject, field: string, value: unknown) {
  if (parent[field] === undefined || parent[field] === null) {
    parent[field] = value;
  }
}

/** The JSON objects of a list field; empty where it is absent. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The value at a dotted path, or undefined. */
export function valueAt(root: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, field) => (isJsonObject(value) ? value[field] : undefined),
      root,
    );
}

/** JSON with sorted keys, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    isJsonObject(part)
      ? Object.fromEntries(
          Object.keys(part)
            .sort()
            .map(key => [key, part[key]]),
        )
      : part,
  );
}

/** A copy that shares nothing with the original. */
export function cloneJson<T>(value: T): T {
  return copied(value) as T;
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const copy: JsonObject = {};
  for (const field of Object.keys(value)) {
    if (value[field] !== undefined) {
      copy[field] = copied(value[field]);
    }
  }
  return copy;
}
