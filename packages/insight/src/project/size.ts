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
  // Every projection is measured; entries would be made only to be thrown away.
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields)) {
    size += key.length + 4 + sizeOf(fields[key], limit - size);
    if (size > limit) {
      return size;
    }
  }
  return size;
}
