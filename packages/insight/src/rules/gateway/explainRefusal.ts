import {
  Attachment,
  listenerOwner,
  Refusal,
} from '../../exposures/gateway/Attachment';
import { GatewayRouteRecord } from '../../exposures/Route';
import { Remedy } from '../../exposure';
import { Condition } from '../../records/base';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { listed, named } from '../words';

/** Why a route is not taken, and what to do. */
export interface Explanation {
  clause: string;
  remedy: Remedy;
  evidence: {
    object: ReturnType<typeof refOf>;
    field: string;
    value: string;
  }[];
}

/** By what records show of the listeners. */
export function explainRefusal(
  record: GatewayRouteRecord,
  attachment: Attachment,
  { by, among }: Refusal,
): Explanation {
  const owner = listenerOwner(attachment) ?? record;
  const { parent } = attachment;
  const listeners = among.map(({ name }) => name);
  const evidence = (field: string, values: readonly string[]) => [
    {
      object: refOf(owner),
      field: `spec.listeners[].${field}`,
      value: listed([...new Set(values)]) || 'empty',
    },
  ];
  switch (by) {
    case 'section':
      return {
        clause: `it has no listener ${parent.section ?? ''}`.trim(),
        remedy: change(record, {
          text:
            listeners.length > 0
              ? `Set sectionName to one of its listeners: ${listed(listeners)}.`
              : `Give the ${owner.kind} ${owner.name} a listener.`,
        }),
        evidence: evidence('name', listeners),
      };
    case 'port':
      return {
        clause: `none of its listeners (${listed(listeners)}) has the port ${
          parent.port
        }`,
        remedy: change(record, {
          text: 'Correct the port in parentRefs, or leave it out.',
        }),
        evidence: evidence(
          'port',
          among.map(({ port }) => `${port}`),
        ),
      };
    case 'kind':
      return {
        clause: `none of its listeners (${listed(listeners)}) takes a ${
          record.kind
        }`,
        remedy: change(owner, {
          text: `Let a listener take it: by its protocol, and by allowedRoutes.kinds where that is set.`,
        }),
        evidence: evidence(
          'protocol',
          among.map(({ protocol }) => protocol),
        ),
      };
    case 'namespace':
      return {
        clause: `its listeners (${listed(
          listeners,
        )}) take no routes of the namespace ${record.namespace}`,
        remedy: change(owner, {
          text: `Let allowedRoutes.namespaces of a listener take the namespace ${record.namespace}: by from: All, or by a selector that its labels meet.`,
        }),
        evidence: evidence(
          'allowedRoutes.namespaces.from',
          among.map(({ allowed }) => allowed.from),
        ),
      };
    default:
      return {
        clause: `none of its listeners (${listed(
          among.map(({ name, hostname }) => `${name}: ${hostname ?? 'any'}`),
        )}) serves the host ${listed(record.hostnames)}`,
        remedy: change(record, {
          text: 'Use a host name that a listener serves, or give the Gateway a listener for it.',
        }),
        evidence: evidence(
          'hostname',
          among.map(({ hostname }) => hostname ?? 'any'),
        ),
      };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  NotAllowedByListeners: 'its listeners do not allow this namespace or kind',
  NoMatchingListenerHostname: 'no listener of it serves one of these hosts',
  NoMatchingParent: 'it has no listener of that name or port',
  UnsupportedValue:
    'the route sets something that the controller does not know',
  IncompatibleFilters: 'the filters of the route do not go together',
  Pending: 'the controller has not come to it yet',
};

/** By the reason that the controller gives. */
export function explainReason(
  record: GatewayRouteRecord,
  attachment: Attachment,
  accepted: Condition | undefined,
): Explanation {
  const reason = accepted?.reason ?? 'no reason given';
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  const ofListeners =
    reason === 'NotAllowedByListeners' && attachment.gateway
      ? attachment.gateway
      : record;
  return {
    clause: known ? `${known} (${reason})` : `its controller says ${reason}`,
    remedy: change(ofListeners, {
      text:
        attachment.hidden && ofListeners === record
          ? `Ask those who keep the ${named(
              attachment.hidden,
            )} which hosts, namespaces and kinds its listeners take.`
          : 'Bring the route and the listeners of its parent together: listener name, host, namespace and kind.',
      command: kubectl(
        record.namespace,
        'describe',
        `${record.kind.toLowerCase()}/${record.name}`,
      ),
    }),
    evidence: [],
  };
}
