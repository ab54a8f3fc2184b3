import { IngressRecord } from '../records/ingress';
import { RecordSet } from '../RecordSet';

/** One path of one host that an Ingress claims. */
export interface HostClaim {
  ingress: IngressRecord;
  backend: string;
}

const known = new WeakMap<RecordSet, ReadonlyMap<string, HostClaim[]>>();

/** Every claim to a path of a host that is known, by {@link claimKey}. */
export function hostClaims(
  records: RecordSet,
): ReadonlyMap<string, HostClaim[]> {
  const claims = known.get(records) ?? collect(records);
  known.set(records, claims);
  return claims;
}

/** What two claims have in common when they are at odds. */
export function claimKey(
  { className, legacyClass }: IngressRecord,
  host: string,
  { path, pathType }: { path: string; pathType: string },
): string {
  return JSON.stringify([
    className ?? legacyClass ?? '',
    host.toLowerCase(),
    path,
    pathType,
  ]);
}

function collect(records: RecordSet): ReadonlyMap<string, HostClaim[]> {
  const claims = new Map<string, HostClaim[]>();
  for (const ingress of records.of('Ingress')) {
    for (const { host = '', paths } of ingress.rules) {
      for (const entry of paths) {
        const key = claimKey(ingress, host, entry);
        const list = claims.get(key) ?? [];
        list.push({ ingress, backend: JSON.stringify(entry.backend ?? null) });
        claims.set(key, list);
      }
    }
  }
  return claims;
}
