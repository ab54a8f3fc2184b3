/**
 * The code of a driver's error, such as `SQLITE_BUSY`; empty where it has none.
 * Whether it is an `Error` does not count: a driver's native part may have been
 * loaded by another context, such as that of another test.
 */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : '';
}
