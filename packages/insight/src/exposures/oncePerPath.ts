import { SharedPath } from './ExposurePath';

/** The same function, which computes once for each path, and part of it. */
export function oncePerPath<Value, Part = void>(
  compute: (path: SharedPath, part: Part) => Value,
): (path: SharedPath, part: Part) => Value {
  const known = new WeakMap<SharedPath, Map<Part, { value: Value }>>();
  return (path, part) => {
    const parts = known.get(path) ?? new Map<Part, { value: Value }>();
    known.set(path, parts);
    const found = parts.get(part) ?? { value: compute(path, part) };
    parts.set(part, found);
    return found.value;
  };
}
