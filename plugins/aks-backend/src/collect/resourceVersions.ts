/**
 * Whether a resourceVersion is older than another of the same collection.
 * Kubernetes 1.35 made them comparable decimal numbers
 * (https://kep.k8s.io/5504, November 2026), which they were in fact before;
 * where another server's are not, nothing is said to be older.
 */
export function isOlder(version: string, than: string): boolean {
  const decimal = /^\d{1,30}$/;
  return (
    decimal.test(version) &&
    decimal.test(than) &&
    BigInt(version) < BigInt(than)
  );
}
