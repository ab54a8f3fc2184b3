import { matchesLabels } from '../../labelSelector';
import {
  GatewayRecord,
  Listener,
  ListenerSetRecord,
  ParentRef,
} from '../../records/gateway';
import { RecordSet } from '../../RecordSet';
import { GatewayRouteRecord } from '../Route';
import { Refusal } from './Attachment';
import { commonHosts } from './hostnames';

/** A listener that takes a route, and the hosts under which it does. */
export interface Admission {
  listener: Listener;
  hosts: string[];
}

// What the Gateway API has each protocol carry. Of any other protocol nothing is
// known, so nothing is refused.
// https://gateway-api.sigs.k8s.io/api-types/route/, read 2026-11-24
const KINDS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/**
 * The listeners of a parent that take a route, or the first thing that keeps
 * each of them from it. A namespace whose labels are not known is not refused:
 * the route's status has the answer.
 */
export function admit(
  route: GatewayRouteRecord,
  parent: ParentRef,
  owner: GatewayRecord | ListenerSetRecord,
  records: RecordSet,
): { admissions: Admission[]; refusal?: Refusal } {
  const steps: [Refusal['by'], (listener: Listener) => boolean][] = [
    [
      'section',
      ({ name }) => parent.section === undefined || parent.section === name,
    ],
    ['port', ({ port }) => parent.port === undefined || parent.port === port],
    ['kind', listener => carries(listener, route.kind)],
    ['namespace', listener => allowsNamespace(listener, owner, route, records)],
    [
      'hostname',
      ({ hostname }) => commonHosts(hostname, route.hostnames).length > 0,
    ],
  ];
  let among: readonly Listener[] = owner.listeners;
  for (const [by, takes] of steps) {
    const rest = among.filter(takes);
    if (rest.length === 0) {
      return { admissions: [], refusal: { by, among } };
    }
    among = rest;
  }
  return {
    admissions: among.map(listener => ({
      listener,
      hosts: commonHosts(listener.hostname, route.hostnames),
    })),
  };
}

function carries({ protocol, allowed }: Listener, kind: string): boolean {
  const fitting = Object.hasOwn(KINDS, protocol) ? KINDS[protocol] : undefined;
  return (
    (fitting === undefined || fitting.includes(kind)) &&
    (allowed.kinds.length === 0 || allowed.kinds.includes(kind))
  );
}

function allowsNamespace(
  { allowed }: Listener,
  owner: GatewayRecord | ListenerSetRecord,
  { namespace }: GatewayRouteRecord,
  records: RecordSet,
): boolean {
  switch (allowed.from) {
    case 'All':
      return true;
    case 'Same':
      return namespace === owner.namespace;
    case 'None':
      return false;
    case 'Selector': {
      const record = records.get({
        kind: 'Namespace',
        namespace: '',
        name: namespace,
      });
      // Without a selector there is nothing that a namespace could meet.
      return allowed.namespaces === undefined
        ? false
        : !record || matchesLabels(allowed.namespaces, record.labels);
    }
    default:
      return true;
  }
}
