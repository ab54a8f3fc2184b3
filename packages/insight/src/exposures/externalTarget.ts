import { ServiceRecord } from '../records/networking';
import { RecordSet, refKey } from '../RecordSet';

/** Where an ExternalName leads. */
export type ExternalTarget =
  | { service: { namespace: string; name: string } }
  | { host: string };

const IN_CLUSTER =
  /^([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\.([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\.svc(?:\.cluster\.local)?$/;

/** What the name of an ExternalName Service stands for. */
export function externalTarget({
  externalName,
}: ServiceRecord): ExternalTarget | undefined {
  const host = externalName?.toLowerCase().replace(/\.$/, '');
  if (!host) {
    return undefined;
  }
  const inside = IN_CLUSTER.exec(host);
  return inside
    ? { service: { name: inside[1], namespace: inside[2] } }
    : { host };
}

// Each turn is a look-up by name in the cluster's DNS; nobody means more.
const LONGEST = 16;

/**
 * The names by which an ExternalName leads back to itself, itself included; or
 * undefined where it does not, as far as is known.
 */
export function externalCircle(
  start: ServiceRecord,
  records: RecordSet,
): string[] | undefined {
  const seen = new Set<string>();
  const names: string[] = [];
  let service: ServiceRecord | undefined = start;
  while (service?.type === 'ExternalName' && names.length < LONGEST) {
    if (seen.has(refKey(service))) {
      return names;
    }
    seen.add(refKey(service));
    names.push(`${service.namespace}/${service.name}`);
    const target = externalTarget(service);
    if (!target) {
      return undefined;
    }
    if ('host' in target) {
      return leadsTo(target.host, seen, records)
        ? [...names, target.host]
        : undefined;
    }
    service = records.get({ kind: 'Service', ...target.service });
  }
  return undefined;
}

/** Whether an Ingress of the cluster sends a host to one of some Services. */
function leadsTo(
  host: string,
  services: ReadonlySet<string>,
  records: RecordSet,
): boolean {
  return records
    .of('Ingress')
    .some(({ namespace, rules }) =>
      rules.some(
        rule =>
          rule.host?.toLowerCase() === host &&
          rule.paths.some(
            ({ backend }) =>
              backend !== undefined &&
              'service' in backend &&
              services.has(
                refKey({ kind: 'Service', namespace, name: backend.service }),
              ),
          ),
      ),
    );
}
