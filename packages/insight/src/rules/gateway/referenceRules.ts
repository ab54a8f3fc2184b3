import { currentCondition } from '../../exposures/gateway/Attachment';
import { conditionText } from '../../exposures/gateway/gatewayFacts';
import { isApplicationGatewayForContainers } from '../../exposures/gateway/Attachment';
import { ExposurePath } from '../../exposures/ExposurePath';
import {
  backendLabel,
  GATEWAY_ROUTE_KINDS,
  Route,
} from '../../exposures/Route';
import { Condition } from '../../records/base';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { Fault } from '../Rule';
import { named } from '../words';

const unresolved: ExposureRule = {
  id: 'IN54',
  title: 'A backend of the route cannot be used',
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
  judge: path => (isServedByAzure(path.route) ? undefined : judgeRefs(path)),
};

const unresolvedByAzure: ExposureRule = {
  id: 'IN31',
  title: 'Application Gateway for Containers answers 500 for want of a backend',
  family: 'ingress',
  hop: 'route',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: GATEWAY_ROUTE_KINDS,
  fact: {
    source:
      'https://learn.microsoft.com/azure/application-gateway/for-containers/troubleshooting-guide',
    date: '2026-08-21',
    verified: true,
  },
  judge: path => (isServedByAzure(path.route) ? judgeRefs(path) : undefined),
};

function isServedByAzure({ attachment }: Route): boolean {
  const { gatewayClass, statuses = [] } = attachment ?? {};
  return gatewayClass
    ? isApplicationGatewayForContainers(gatewayClass)
    : statuses.some(isApplicationGatewayForContainers);
}

function judgeRefs(path: ExposurePath): Fault | undefined {
  const { route } = path;
  const { record, attachment, backend } = route;
  const condition = attachment?.statuses
    .flatMap(
      ({ conditions }) => currentCondition(conditions, 'ResolvedRefs') ?? [],
    )
    .find(({ status }) => status === 'False');
  if (!attachment || !condition) {
    return undefined;
  }
  const isForeign = backend.namespace !== record.namespace;
  // The condition is about all backends of the route. One that is plainly there
  // may be served while another one is not.
  const other =
    condition.reason === 'RefNotPermitted'
      ? !isForeign
      : path.port !== undefined;
  return {
    severity: other ? 'warning' : 'error',
    status: other ? 'another backend not resolved' : 'backend not resolved',
    ...explain(route, condition, other),
    evidence: [
      {
        object: refOf(record),
        field: `status.parents[${attachment.parent.to.name}].conditions[ResolvedRefs]`,
        value: conditionText(condition),
      },
    ],
  };
}

const REASONS: Readonly<Record<string, string>> = {
  BackendNotFound: 'names a Service that does not exist',
  InvalidKind: 'names a backend of a kind that the controller does not know',
  RefNotPermitted:
    'names a backend in another namespace, which has no ReferenceGrant for it',
  UnsupportedProtocol:
    'names a backend whose protocol the controller does not speak',
};

function explain(
  { record, backend, attachment, ...route }: Route,
  { reason = 'no reason given' }: Condition,
  other: boolean,
): Pick<Fault, 'clause' | 'cause' | 'remedy'> {
  const label = backendLabel({ record, backend });
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  const what = known ?? `has a backend that cannot be used`;
  const answer = isServedByAzure({ record, backend, attachment, ...route })
    ? ' Application Gateway for Containers answers 500 for what would go there.'
    : ' The controller answers 500 for what would go there.';
  const clause = `the ${record.kind} ${record.name} ${what} (${reason})`;
  return {
    clause: other
      ? `${clause}, though ${label} is there: part of its traffic may fail`
      : clause,
    cause: `The controller reports ResolvedRefs of ${named(
      record,
    )} as False, with the reason ${reason}: the route ${what}.${answer}`,
    remedy:
      reason === 'RefNotPermitted' && !other
        ? {
            text: `Create a ReferenceGrant in the namespace ${backend.namespace} that lets a ${record.kind} of ${record.namespace} refer to the Service ${backend.service}.`,
            command: kubectl(backend.namespace, 'get', 'referencegrants'),
          }
        : change(record, {
            text: 'Correct spec.rules[].backendRefs of the route: Service, port, namespace and kind.',
            command: kubectl(
              record.namespace,
              'describe',
              `${record.kind.toLowerCase()}/${record.name}`,
            ),
          }),
  };
}

const withoutTraffic: ExposureRule = {
  id: 'IN55',
  title: 'The route sends this Service no traffic',
  family: 'ingress',
  hop: 'route',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'info',
  reads: GATEWAY_ROUTE_KINDS,
  fact: {
    source:
      'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/shared_types.go',
    date: '2026-11-24',
    verified: true,
  },
  judge({ route }) {
    const { record, share, fields } = route;
    if (share?.weight !== 0) {
      return undefined;
    }
    const label = backendLabel(route);
    return {
      status: `leads to ${label} with weight 0`,
      clause: `${label} has weight 0`,
      cause: `${named(
        record,
      )} gives ${label} the weight 0, so none of its requests goes there.`,
      remedy: change(record, {
        text: 'Give it a weight when it is to take traffic.',
      }),
      evidence: fields.slice(0, 1).map(field => ({
        object: refOf(record),
        field: `${field}.weight`,
        value: `0 of ${share.of}`,
      })),
    };
  },
};

const partlyInvalid: ExposureRule = {
  id: 'IN56',
  title: 'The controller has left out part of the route',
  family: 'ingress',
  hop: 'route',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'warning',
  reads: GATEWAY_ROUTE_KINDS,
  fact: {
    source:
      'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/shared_types.go',
    date: '2026-11-24',
    verified: true,
  },
  judge({ route: { record, attachment } }) {
    const condition = attachment?.statuses
      .flatMap(
        ({ conditions }) =>
          currentCondition(conditions, 'PartiallyInvalid') ?? [],
      )
      .find(({ status }) => status === 'True');
    if (!attachment || !condition) {
      return undefined;
    }
    return {
      status: 'partly invalid',
      clause: `the controller has left out rules of the ${record.kind} ${record.name}`,
      cause: `The controller calls ${named(record)} partly invalid (${
        condition.reason ?? 'no reason given'
      }): it serves some of its rules, or older ones.`,
      remedy: change(record, {
        text: 'Read which rules it means, and correct them.',
        command: kubectl(
          record.namespace,
          'describe',
          `${record.kind.toLowerCase()}/${record.name}`,
        ),
      }),
      evidence: [
        {
          object: refOf(record),
          field: `status.parents[${attachment.parent.to.name}].conditions[PartiallyInvalid]`,
          value: conditionText(condition),
        },
      ],
    };
  },
};

export const referenceRules: readonly ExposureRule[] = [
  unresolved,
  unresolvedByAzure,
  partlyInvalid,
  withoutTraffic,
];
