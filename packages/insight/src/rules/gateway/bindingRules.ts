import {
  Attachment,
  currentCondition,
  listenerOwner,
  Refusal,
} from '../../exposures/gateway/Attachment';
import { conditionText } from '../../exposures/gateway/gatewayFacts';
import { GatewayRouteRecord, GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { Remedy } from '../../exposure';
import { Condition } from '../../records/base';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { isNew, waitOrBreak } from '../patience';
import { listed, named } from '../words';

const FACT = {
  source:
    'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/shared_types.go',
  date: '2026-11-24',
  verified: true,
};

const unboundRoute: ExposureRule = {
  id: 'IN25',
  title: 'No listener takes the route',
  family: 'ingress',
  hop: 'route',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: GATEWAY_ROUTE_KINDS,
  fact: FACT,
  judge({ route: { record, attachment } }) {
    if (!attachment || !isRoute(record)) {
      return undefined;
    }
    const accepted = acceptedOf(attachment);
    // What records say of the listeners counts where the controller is silent:
    // it knows more than they do.
    if (accepted ? accepted.status !== 'False' : !attachment.refusal) {
      return undefined;
    }
    const parent = attachment.parent.to;
    const why = attachment.refusal
      ? explain(record, attachment, attachment.refusal)
      : explainReason(record, attachment, accepted);
    return {
      status: 'not attached',
      clause: `the ${named(parent)} does not take the ${record.kind} ${
        record.name
      }: ${why.clause}`,
      cause: `${named(record)} hangs at the ${named(
        parent,
      )}, which does not take it: ${why.clause}.`,
      remedy: why.remedy,
      evidence: [
        {
          object: refOf(record),
          field: attachment.field,
          value: parentText(attachment),
        },
        ...(accepted
          ? [
              {
                object: refOf(record),
                field: `status.parents[${parent.name}].conditions[Accepted]`,
                value: conditionText(accepted),
              },
            ]
          : []),
        ...why.evidence,
      ],
    };
  },
};

interface Explanation {
  clause: string;
  remedy: Remedy;
  evidence: {
    object: ReturnType<typeof refOf>;
    field: string;
    value: string;
  }[];
}

/** By what records show of the listeners. */
function explain(
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
function explainReason(
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

const unseenRoute: ExposureRule = {
  id: 'IN53',
  title: 'No controller has said anything about the route',
  family: 'ingress',
  hop: 'route',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: GATEWAY_ROUTE_KINDS,
  fact: {
    source:
      'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/shared_types.go',
    date: '2026-11-24',
    verified: true,
  },
  judge({ route: { record, attachment } }, { instant }) {
    if (
      !attachment ||
      attachment.refusal ||
      attachment.unfollowed ||
      attachment.statuses.some(({ conditions }) => conditions.length > 0)
    ) {
      return undefined;
    }
    const fresh = isNew(record.createdAt, instant);
    const parent = attachment.parent.to;
    return {
      ...waitOrBreak(fresh),
      status: fresh ? 'being taken' : 'not taken',
      clause: `no controller has taken the ${record.kind} ${
        record.name
      } for the ${named(parent)}`,
      cause: `The status of ${named(record)} says nothing of its parent ${named(
        parent,
      )}: no controller has looked at it, so nothing serves it.`,
      remedy: {
        text: `See whether the parent exists, and whether the controller of its class runs.`,
        command: kubectl(
          record.namespace,
          'describe',
          `${record.kind.toLowerCase()}/${record.name}`,
        ),
      },
      evidence: [
        {
          object: refOf(record),
          field: 'status.parents',
          value: `nothing of ${parentText(attachment)}`,
        },
      ],
    };
  },
};

function acceptedOf({ statuses }: Attachment): Condition | undefined {
  const conditions = statuses.flatMap(
    status => currentCondition(status.conditions, 'Accepted') ?? [],
  );
  return conditions.find(({ status }) => status === 'True') ?? conditions[0];
}

function parentText({ parent: { to, section, port } }: Attachment): string {
  return [
    `${to.namespace}/${to.name}`,
    ...(section === undefined ? [] : [`listener ${section}`]),
    ...(port === undefined ? [] : [`port ${port}`]),
  ].join(', ');
}

function isRoute(record: { kind: string }): record is GatewayRouteRecord {
  return GATEWAY_ROUTE_KINDS.some(kind => kind === record.kind);
}

export const bindingRules: readonly ExposureRule[] = [
  unboundRoute,
  unseenRoute,
];
