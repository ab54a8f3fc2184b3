import { Address } from '../records/base';
import { GatewayRecord } from '../records/gateway';
import { GATEWAY_NAME } from '../records/gatewayName';
import {
  EndpointSliceRecord,
  ServicePort,
  ServiceRecord,
} from '../records/networking';
import { PodRecord } from '../records/pods';
import { RecordSet } from '../RecordSet';
import { SharedRoute } from './Route';
import { stackFactsOf, StackSubject } from './ingressStack';

/**
 * Where traffic for a route enters the cluster: the Service of type LoadBalancer
 * that holds the address, and what stands behind it. For a Service that lets
 * traffic in by itself it is that one.
 */
export interface Entrance {
  service: ServiceRecord;
  /** Its ports to which clients of the route come. */
  ports: readonly ServicePort[];
  slices: readonly EndpointSliceRecord[];
  /** The proxies that take the traffic, but for those that are to go. */
  pods: readonly PodRecord[];
}

/**
 * The Service at which a route's traffic enters; undefined where none is known,
 * as where Azure itself stands there or the caller may not see it.
 */
export function entranceServiceOf(
  { record, attachment, addresses }: SharedRoute,
  subject: StackSubject | undefined,
  records: RecordSet,
): ServiceRecord | undefined {
  if (record.kind === 'Service') {
    return record.type === 'LoadBalancer' ? record : undefined;
  }
  if (subject && stackFactsOf(subject)?.dataPlane.in === 'azure') {
    return undefined;
  }
  const { gateway } = attachment ?? {};
  return (gateway && madeFor(gateway, records)) ?? holderOf(addresses, records);
}

/** The ports of an entrance through which clients of a route come. */
export function entrancePorts(
  { backend, record, attachment, tls }: SharedRoute,
  { ports }: ServiceRecord,
): ServicePort[] {
  const wanted = () => {
    if (record.kind === 'Service') {
      return [backend.portNumber];
    }
    if (attachment) {
      return [attachment.listener?.port];
    }
    return tls ? [443, 80] : [80];
  };
  return wanted().flatMap(
    number => ports.find(({ port }) => port === number) ?? [],
  );
}

/** What a controller made to let the traffic of a Gateway in. */
function madeFor(
  { namespace, name, className }: GatewayRecord,
  records: RecordSet,
): ServiceRecord | undefined {
  return records
    .of('Service', namespace)
    .filter(({ type }) => type === 'LoadBalancer')
    .find(
      service =>
        service.labels[GATEWAY_NAME] === name ||
        service.name === `${name}-${className}`,
    );
}

/** The load balancer's Service that holds one of the addresses. */
function holderOf(
  addresses: readonly Address[],
  records: RecordSet,
): ServiceRecord | undefined {
  const wanted = new Set(addresses.map(textOf));
  const holders = records
    .of('Service')
    .filter(
      service =>
        service.type === 'LoadBalancer' &&
        service.addresses.some(address => wanted.has(textOf(address))),
    );
  // Several Services may share an address, each with ports of its own.
  return holders.length > 1
    ? holders.find(({ ports }) =>
        ports.some(({ port }) => port === 80 || port === 443),
      )
    : holders[0];
}

function textOf({ ip, hostname }: Address): string {
  return ip ?? hostname ?? '';
}
