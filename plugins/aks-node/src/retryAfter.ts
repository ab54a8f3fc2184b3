/**
 * Reads a Retry-After header. API servers send seconds; a date, which proxies
 * may send, is left to the caller's own waiting.
 */
export function retryAfterMilliseconds(
  header: string | string[] | undefined,
): number | undefined {
  return typeof header === 'string' && /^\d{1,5}$/.test(header)
    ? Number(header) * 1000
    : undefined;
}
