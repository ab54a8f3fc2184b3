/**
 * A text property of whatever was thrown, or nothing. (Errors may come from
 * another realm, where `instanceof` does not know them.)
 */
export function textOf(thrown: unknown, key: string): string {
  const value =
    typeof thrown === 'object' && thrown !== null
      ? Reflect.get(thrown, key)
      : undefined;
  return typeof value === 'string' ? value : '';
}
