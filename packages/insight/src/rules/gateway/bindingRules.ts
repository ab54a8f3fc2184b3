import {
  Attachment,
  currentCondition,
} from '../../exposures/gateway/Attachment';
import { conditionText } from '../../exposures/gateway/gatewayFacts';
import { GatewayRouteRecord, GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { Condition } from '../../records/base';
import { refOf } from '../../RecordSet';
import { kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { isNew, waitOrBreak } from '../patience';
import { named } from '../words';
import { explainReason, explainRefusal } from './explainRefusal';

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
      ? explainRefusal(record, attachment, attachment.refusal)
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

const unseenRoute: ExposureRule = {
  id: 'IN53',
  title: 'No controller has said anything about the route',
  family: 'ingress',
  hop: 'route',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: GATEWAY_ROUTE_KINDS,
  fact: FACT,
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
