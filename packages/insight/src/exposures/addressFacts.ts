import { Address } from '../records/base';
import { refOf } from '../RecordSet';
import { ExposurePath } from './ExposurePath';
import { HopFacts } from './HopFacts';

export function addressFacts({ route }: ExposurePath): HopFacts {
  const { record, addresses } = route;
  const [first] = addresses;
  const scope = first && scopeOf(first);
  return {
    object: refOf(record),
    subject: [
      addresses.map(addressText).join(', ') || 'no address',
      ...(scope ? [scope] : []),
    ].join(' · '),
    status: 'assigned',
    evidence: addresses.map((address, index) => ({
      object: refOf(record),
      field: `status.loadBalancer.ingress[${index}].${
        address.ip ? 'ip' : 'hostname'
      }`,
      value: addressText(address),
    })),
  };
}

export function addressText({ ip, hostname }: Address): string {
  return ip ?? hostname ?? '';
}

// RFC 1918, RFC 6598 (what providers use behind their own translation) and, for
// IPv6, RFC 4193.
const PRIVATE =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/i;

/** Whether an address is private or public; of a name that is not known. */
export function scopeOf({ ip }: Address): string | undefined {
  if (ip === undefined) {
    return undefined;
  }
  return PRIVATE.test(ip) ? 'private' : 'public';
}
