import { Evidence } from '../exposure';
import { Address } from '../records/base';
import { ServicePort, ServiceRecord } from '../records/networking';
import { refOf } from '../RecordSet';
import { Entrance } from './Entrance';
import { SharedPath } from './ExposurePath';
import { HopFacts } from './HopFacts';
import { healthProbeOf, probeText } from './loadBalancer/healthProbe';
import { listed } from '../rules/words';

export function addressFacts({ route, entrance, port }: SharedPath): HopFacts {
  const { record, addresses } = route;
  if (record.kind === 'Service' && record.type === 'NodePort') {
    return nodePortFacts(record, port);
  }
  const [first] = addresses;
  const scope = first && scopeOf(first);
  return {
    object: refOf(record),
    subject: [
      addresses.map(addressText).join(', ') || 'no address',
      ...(scope ? [scope] : []),
    ].join(' · '),
    status: 'assigned',
    evidence: [
      ...addresses.map((address, index) => ({
        object: refOf(record),
        field: `status.loadBalancer.ingress[${index}].${
          address.ip ? 'ip' : 'hostname'
        }`,
        value: addressText(address),
      })),
      ...(entrance ? entranceEvidence(entrance) : []),
    ],
  };
}

// Who gets to the nodes' addresses is up to the network around them.
function nodePortFacts(
  service: ServiceRecord,
  port: ServicePort | undefined,
): HopFacts {
  const object = refOf(service);
  return {
    object,
    subject: `port ${port?.nodePort ?? 'not known'} of every node`,
    status: 'open on the nodes',
    evidence: port
      ? [
          {
            object,
            field: `spec.ports[${service.ports.indexOf(port)}].nodePort`,
            value: `${port.nodePort}`,
          },
        ]
      : [],
  };
}

/** What a Service asks of the load balancer, where it says something of it. */
export function entranceEvidence({
  service,
  ports: [port],
}: Entrance): Evidence[] {
  const object = refOf(service);
  const { loadBalancer, localTraffic, sourceRanges } = service;
  const fixed = [
    ...(loadBalancer?.addresses ?? []),
    ...(loadBalancer?.publicIpNames ?? []),
  ];
  return [
    ...(loadBalancer?.internal
      ? [{ object, field: 'load balancer', value: 'internal' }]
      : []),
    ...(fixed.length > 0
      ? [{ object, field: 'static address', value: listed(fixed) }]
      : []),
    ...(localTraffic
      ? [{ object, field: 'spec.externalTrafficPolicy', value: 'Local' }]
      : []),
    ...(sourceRanges.length > 0
      ? [
          {
            object,
            field: 'spec.loadBalancerSourceRanges',
            value: listed(sourceRanges),
          },
        ]
      : []),
    ...(loadBalancer && port
      ? [
          {
            object,
            field: 'health probe',
            value: probeText(healthProbeOf(service, port)),
          },
        ]
      : []),
  ];
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
