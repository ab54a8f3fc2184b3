import { IngressRecord } from '../records/ingress';

/** A host name of an Ingress that leads nowhere. */
export interface EmptyHost {
  host: string;
  /** That of its rule. */
  index: number;
}

const known = new WeakMap<IngressRecord, EmptyHost[]>();

/** Hosts of an Ingress that no rule gives a path; looked for once. */
export function emptyHosts(record: IngressRecord): EmptyHost[] {
  const empty = known.get(record) ?? findEmptyHosts(record);
  known.set(record, empty);
  return empty;
}

function findEmptyHosts({ rules }: IngressRecord): EmptyHost[] {
  const served = new Set(
    rules.filter(({ paths }) => paths.length > 0).map(({ host }) => host),
  );
  return rules.flatMap(({ host, paths }, index) =>
    host !== undefined && paths.length === 0 && !served.has(host)
      ? [{ host, index }]
      : [],
  );
}
