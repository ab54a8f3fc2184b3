/**
 * About how many characters a value takes as JSON. Counting ends soon after
 * the limit is passed.
 */
export function sizeOf(value: unknown, limit: number): number {
  if (typeof value === 'string') {
    return value.length + 3;
  }
  if (typeof value !== 'object' || value === null) {
    return 6;
  }
  let size = 2;
  if (Array.isArray(value)) {
    for (const item of value) {
      size += sizeOf(item, limit - size);
      if (size > limit) {
        return size;
      }
    }
    return size;
  }
  for (const [key, item] of Object.entries(value)) {
    size += key.length + 4 + sizeOf(item, limit - size);
    if (size > limit) {
      return size;
    }
  }
  return size;
}
