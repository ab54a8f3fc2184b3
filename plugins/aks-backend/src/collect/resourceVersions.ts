/**
 * Whether a resourceVersion is older than another of the same collection.
 * Kubernetes 1.35 made them comparable decimal numbers
 * (https://kep.k8s.io/5504, November 2026), which they were in fact before;
 * where another server's are not, nothing is said to be older.
 */
export function isOlder(version: string, than: string): boolean {
  return (
    isDecimal(version) && isDecimal(than) && BigInt(version) < BigInt(than)
  );
}

/** Whether a resourceVersion can be compared with others. */
export function isDecimal(version: string): boolean {
  return /^\d{1,30}$/.test(version);
}
