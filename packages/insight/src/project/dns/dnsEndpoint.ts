import { Projection } from '../../edge';
import { DNSEndpointRecord } from '../../records/dns';
import { isObserved } from '../conditions';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  hostIn,
  hostsIn,
  nameIn,
  present,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';

/** What these record types point to is an address or a name; a TXT is not. */
const POINTERS: readonly unknown[] = ['A', 'AAAA', 'CNAME', 'NS'];

export function projectDnsEndpoint(object: unknown): Projection | undefined {
  const metadata = metadataOf('DNSEndpoint', object);
  if (!metadata) {
    return undefined;
  }
  const record: DNSEndpointRecord = {
    ...metadata,
    endpoints: fieldsIn(fieldsAt(object, 'spec').endpoints).flatMap(endpoint),
    observed: isObserved(object),
  };
  return { record, edges: ownerEdges(record) };
}

function endpoint(entry: Fields): DNSEndpointRecord['endpoints'] {
  const dnsName = hostIn(entry.dnsName);
  return dnsName
    ? [
        present({
          dnsName,
          type: nameIn(entry.recordType) ?? '',
          targets: POINTERS.includes(entry.recordType)
            ? hostsIn(entry.targets)
            : [],
          ttl: count(entry.recordTTL),
        }),
      ]
    : [];
}
