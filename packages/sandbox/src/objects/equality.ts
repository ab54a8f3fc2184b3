import { isJsonObject } from './json';

/**
 * Whether two JSON values mean the same to the server: absent and undefined
 * fields are equal, the order of keys does not matter.
 */
export function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return (
      left.length === right.length &&
      left.every((item, index) => sameJson(item, right[index]))
    );
  }
  if (isJsonObject(left) && isJsonObject(right)) {
    const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...fields].every(field => sameJson(left[field], right[field]));
  }
  return false;
}
