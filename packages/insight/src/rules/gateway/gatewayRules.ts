import { currentCondition } from '../../exposures/gateway/Attachment';
import { conditionText } from '../../exposures/gateway/gatewayFacts';
import { GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { Condition } from '../../records/base';
import { GatewayClassRecord, GatewayRecord } from '../../records/gateway';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { isNew, waitOrBreak } from '../patience';
import { Fault, RuleContext } from '../Rule';
import { listed, named } from '../words';

const missingParent: ExposureRule = {
  id: 'IN50',
  title: 'The Gateway that the route names does not exist',
  family: 'ingress',
  hop: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway'],
  fact: {
    source: 'https://gateway-api.sigs.k8s.io/api-types/httproute/',
    date: '2026-11-24',
    verified: true,
  },
  judge({ route: { record, attachment } }, { knows, records }) {
    if (!attachment || attachment.hidden || attachment.unfollowed) {
      return undefined;
    }
    const { parent, field, gatewayRef, gateway, listenerSet } = attachment;
    const isSet = parent.to.kind === 'ListenerSet';
    if (gateway || (isSet && !knows('ListenerSet'))) {
      return undefined;
    }
    const missing = isSet && !listenerSet ? parent.to : gatewayRef;
    if (!missing) {
      return undefined;
    }
    const namer = isSet && listenerSet ? listenerSet : record;
    const others = records.of('Gateway').map(named);
    return {
      status: `no such ${missing.kind}`,
      clause: `the ${named(missing)} does not exist`,
      cause: `${named(namer)} names the ${named(
        missing,
      )} as its parent, and there is none of that name.`,
      remedy: change(namer, {
        text:
          others.length > 0
            ? `Name a Gateway that exists (known here: ${listed(
                others,
              )}), or have it made.`
            : `Name a Gateway that exists, or have ${missing.name} made in ${missing.namespace}.`,
        command: kubectl(missing.namespace, 'get', 'gateways'),
      }),
      evidence: [
        {
          object: refOf(namer),
          field: namer === record ? field : 'spec.parentRef',
          value: `${missing.namespace}/${missing.name}`,
        },
      ],
    };
  },
};

const notProgrammed: ExposureRule = {
  id: 'IN23',
  title: 'The Gateway is not set up by its controller',
  family: 'ingress',
  hop: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway', 'GatewayClass'],
  fact: {
    source:
      'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/gateway_types.go',
    date: '2026-11-24',
    verified: true,
  },
  judge({ route: { attachment } }, context) {
    const { gateway, gatewayClass } = attachment ?? {};
    if (!gateway) {
      return undefined;
    }
    return (
      (gatewayClass
        ? refusedClass(gateway, gatewayClass)
        : missingClass(gateway, context)) ?? refusedGateway(gateway, context)
    );
  },
};

function missingClass(
  gateway: GatewayRecord,
  { records }: RuleContext,
): Fault | undefined {
  const classes = records.of('GatewayClass').map(({ name }) => name);
  const has =
    classes.length > 0
      ? `The cluster has ${listed(classes)}.`
      : 'The cluster has no GatewayClass at all.';
  const name = gateway.className ?? 'none';
  return {
    status: 'class does not exist',
    clause: `the Gateway ${gateway.name} names the class ${name}, which does not exist`,
    cause: `${named(
      gateway,
    )} names the class ${name}; there is no GatewayClass of that name, so no controller takes it. ${has}`,
    remedy: change(gateway, {
      text:
        classes.length > 0
          ? `Set spec.gatewayClassName to a class of the cluster: ${listed(
              classes,
            )}.`
          : 'Have a controller for the Gateway API set up: on AKS, application routing makes the class approuting-istio, and Application Gateway for Containers the class azure-alb-external.',
      command: kubectl('', 'get', 'gatewayclasses'),
    }),
    evidence: [
      { object: refOf(gateway), field: 'spec.gatewayClassName', value: name },
    ],
  };
}

function refusedClass(
  gateway: GatewayRecord,
  gatewayClass: GatewayClassRecord,
): Fault | undefined {
  const accepted = currentCondition(gatewayClass.conditions, 'Accepted');
  if (accepted?.status !== 'False') {
    return undefined;
  }
  return {
    status: 'class not accepted',
    clause: `the controller does not accept the class ${gatewayClass.name} of the Gateway ${gateway.name}`,
    cause: `${gatewayClass.controller} does not accept the GatewayClass ${
      gatewayClass.name
    } (${reasonOf(accepted)}), so it sets up no Gateway of it.`,
    remedy: {
      text: 'Read what the controller says of the class.',
      command: kubectl('', 'describe', `gatewayclass/${gatewayClass.name}`),
    },
    evidence: [
      {
        object: refOf(gatewayClass),
        field: 'status.conditions[Accepted]',
        value: conditionText(accepted),
      },
    ],
  };
}

// An API server writes Unknown with the reason Pending into a new Gateway; that
// stays where no controller takes it.
function refusedGateway(
  gateway: GatewayRecord,
  { instant }: RuleContext,
): Fault | undefined {
  const conditions = ['Accepted', 'Programmed'].flatMap(
    type => currentCondition(gateway.conditions, type) ?? [],
  );
  const failed =
    conditions.find(({ status }) => status === 'False') ??
    conditions.find(({ status }) => status === 'Unknown');
  if (!failed) {
    return undefined;
  }
  const waits = failed.status === 'Unknown';
  const fresh = waits && isNew(gateway.createdAt, instant);
  const [status, does] =
    failed.type === 'Accepted'
      ? ['not accepted', 'accepts']
      : ['not programmed', 'has programmed'];
  return {
    ...waitOrBreak(fresh),
    status: fresh ? 'being set up' : status,
    clause: waits
      ? `no controller ${does} the Gateway ${gateway.name} yet`
      : `the Gateway ${gateway.name} is ${status} (${reasonOf(failed)})`,
    cause: waits
      ? `${named(gateway)}: no controller says ${failed.type} (${reasonOf(
          failed,
        )}). The controller of the class ${
          gateway.className
        } does not run, or has not come to it yet.`
      : `${named(gateway)}: its controller reports ${
          failed.type
        } as False, with the reason ${reasonOf(failed)}.${hintOf(
          gateway,
          failed,
        )}`,
    remedy: change(gateway, {
      text: 'Read what the controller says of the Gateway, and its events.',
      command: kubectl(
        gateway.namespace,
        'describe',
        `gateway/${gateway.name}`,
      ),
    }),
    evidence: [
      {
        object: refOf(gateway),
        field: `status.conditions[${failed.type}]`,
        value: conditionText(failed),
      },
    ],
  };
}

// learn.microsoft.com/azure/aks/app-routing-gateway-api, limitations, as of 2026-08
function hintOf({ className }: GatewayRecord, { type }: Condition): string {
  return className === 'approuting-istio' && type === 'Programmed'
    ? ' With application routing that also happens where the Istio add-on is enabled as well, or custom resource definitions of istio.io are left from it.'
    : '';
}

function reasonOf({ reason, status }: Condition): string {
  return reason ?? status;
}

export const gatewayRules: readonly ExposureRule[] = [
  missingParent,
  notProgrammed,
];
