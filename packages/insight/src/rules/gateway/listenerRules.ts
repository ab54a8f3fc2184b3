import {
  Attachment,
  currentCondition,
  listenerOwner,
} from '../../exposures/gateway/Attachment';
import { conditionText } from '../../exposures/gateway/gatewayFacts';
import { GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { Condition } from '../../records/base';
import {
  GatewayRecord,
  Listener,
  ListenerSetRecord,
} from '../../records/gateway';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { listed, named } from '../words';

const FACT = {
  source:
    'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/gateway_types.go',
  date: '2026-11-24',
  verified: true,
};

const refusedListenerSet: ExposureRule = {
  id: 'IN51',
  title: 'The Gateway does not take the ListenerSet',
  family: 'ingress',
  hop: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway', 'ListenerSet'],
  fact: {
    source:
      'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/listenerset_types.go',
    date: '2026-11-24',
    verified: true,
  },
  judge({ route: { attachment } }) {
    const { listenerSet, gateway } = attachment ?? {};
    if (!listenerSet || !gateway) {
      return undefined;
    }
    const accepted = currentCondition(listenerSet.conditions, 'Accepted');
    const closed = gateway.listenerSetsFrom === 'None';
    if (accepted?.status !== 'False' && !(closed && !accepted)) {
      return undefined;
    }
    const reason = accepted?.reason ?? 'not allowed';
    return {
      status: 'ListenerSet not taken',
      clause: `the Gateway ${gateway.name} does not take the ListenerSet ${listenerSet.name} (${reason})`,
      cause: `${named(listenerSet)} adds listeners to the ${named(
        gateway,
      )}, which does not take them (${reason}). Its spec.allowedListeners takes ListenerSets from: ${
        gateway.listenerSetsFrom
      }.`,
      remedy: change(gateway, {
        text: `Let spec.allowedListeners.namespaces of the Gateway ${gateway.name} take the namespace ${listenerSet.namespace}, or put the listeners into the Gateway itself.`,
      }),
      evidence: [
        {
          object: refOf(gateway),
          field: 'spec.allowedListeners.namespaces.from',
          value: gateway.listenerSetsFrom,
        },
        ...(accepted
          ? [
              {
                object: refOf(listenerSet),
                field: 'status.conditions[Accepted]',
                value: conditionText(accepted),
              },
            ]
          : []),
      ],
    };
  },
};

const listenerReferences: ExposureRule = {
  id: 'IN24',
  title: 'The listener refers to something that it may not or cannot use',
  family: 'ingress',
  hop: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway'],
  fact: FACT,
  judge({ route: { attachment } }) {
    const found = listenerCondition(attachment, 'ResolvedRefs', 'False');
    if (!found) {
      return undefined;
    }
    const { owner, listener, condition } = found;
    const serves =
      currentCondition(listener.conditions, 'Programmed')?.status === 'True';
    return {
      // Where one of several references is bad the rest may still be served.
      severity: serves ? 'warning' : 'error',
      status:
        condition.reason === 'InvalidCertificateRef'
          ? 'certificate missing'
          : 'reference not resolved',
      ...explainReference(owner, listener, condition),
      evidence: [
        {
          object: refOf(owner),
          field: `spec.listeners[${listener.name}].tls.certificateRefs`,
          value: certificatesOf(listener) || 'empty',
        },
        evidenceOf(owner, listener, condition),
      ],
    };
  },
};

function explainReference(
  owner: GatewayRecord | ListenerSetRecord,
  listener: Listener,
  { reason }: Condition,
) {
  const place = `the listener ${listener.name} of the ${named(owner)}`;
  const certificates = certificatesOf(listener);
  const describe = kubectl(
    owner.namespace,
    'describe',
    `${owner.kind.toLowerCase()}/${owner.name}`,
  );
  switch (reason) {
    case 'InvalidCertificateRef':
      return {
        clause: `${place} has no usable certificate`,
        cause: `${named(owner)}: the listener ${listener.name} names ${
          certificates ? `the certificate ${certificates}` : 'no certificate'
        }, and its controller cannot use that: the Secret does not exist, is not of type kubernetes.io/tls, or holds no valid pair.`,
        remedy: change(owner, {
          text: `Create the Secret${
            certificates ? ` ${certificates}` : ''
          }, or name one that exists. Where cert-manager or Key Vault is to make it, see how that stands.`,
          command: describe,
        }),
      };
    case 'RefNotPermitted':
      return {
        clause: `${place} may not use a certificate of another namespace`,
        cause: `${named(owner)}: the listener ${
          listener.name
        } names ${certificates}, and no ReferenceGrant there lets a Gateway of ${
          owner.namespace
        } use it.`,
        remedy: {
          text: `Create a ReferenceGrant in the namespace of the Secret, from the kind ${owner.kind} in ${owner.namespace} to the kind Secret.`,
        },
      };
    case 'InvalidRouteKinds':
      return {
        clause: `${place} allows kinds of routes that its controller does not know`,
        cause: `${named(owner)}: the listener ${
          listener.name
        } allows the kinds ${
          listed(listener.allowed.kinds) || 'of its protocol'
        }, and its controller does not support all of them for ${
          listener.protocol
        }.`,
        remedy: change(owner, {
          text: 'Allow only kinds that the controller supports: status.listeners[].supportedKinds names them.',
          command: describe,
        }),
      };
    default:
      return {
        clause: `${place} refers to something that cannot be used (${
          reason ?? 'no reason given'
        })`,
        cause: `${named(
          owner,
        )}: the controller reports ResolvedRefs of the listener ${
          listener.name
        } as False, with the reason ${reason ?? 'left out'}.`,
        remedy: change(owner, {
          text: 'Read what the controller says of the listener.',
          command: describe,
        }),
      };
  }
}

const conflictingListener: ExposureRule = {
  id: 'IN52',
  title: 'The listener conflicts with another one, or is not accepted',
  family: 'ingress',
  hop: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway'],
  fact: FACT,
  judge({ route: { attachment } }) {
    const found =
      listenerCondition(attachment, 'Conflicted', 'True') ??
      listenerCondition(attachment, 'Accepted', 'False') ??
      notProgrammed(attachment);
    if (!found) {
      return undefined;
    }
    const { owner, listener, condition } = found;
    const what =
      condition.type === 'Conflicted'
        ? 'conflicts with another listener'
        : `is not ${condition.type.toLowerCase()}`;
    const reason = condition.reason ?? 'no reason given';
    return {
      status:
        condition.type === 'Conflicted'
          ? 'listener conflicts'
          : `listener not ${condition.type.toLowerCase()}`,
      clause: `the listener ${listener.name} of the ${named(
        owner,
      )} ${what} (${reason})`,
      cause: `${named(owner)}: the listener ${listener.name} (${
        listener.protocol
      } ${
        listener.port ?? 'without port'
      }) ${what}, with the reason ${reason}.${
        condition.type === 'Conflicted'
          ? ' Listeners of one port need one protocol and different host names.'
          : ''
      }`,
      remedy: change(owner, {
        text: 'Change its port, protocol or host name so that the controller can serve it.',
        command: kubectl(
          owner.namespace,
          'describe',
          `${owner.kind.toLowerCase()}/${owner.name}`,
        ),
      }),
      evidence: [evidenceOf(owner, listener, condition)],
    };
  },
};

// With a reference that is not resolved the reason is that one.
function notProgrammed(attachment: Attachment | undefined) {
  return listenerCondition(attachment, 'ResolvedRefs', 'False')
    ? undefined
    : listenerCondition(attachment, 'Programmed', 'False');
}

function listenerCondition(
  attachment: Attachment | undefined,
  type: string,
  status: Condition['status'],
) {
  const owner = attachment && listenerOwner(attachment);
  const listener = attachment?.listener;
  const condition = listener && currentCondition(listener.conditions, type);
  return owner && listener && condition?.status === status
    ? { owner, listener, condition }
    : undefined;
}

function evidenceOf(
  owner: GatewayRecord | ListenerSetRecord,
  { name }: Listener,
  condition: Condition,
) {
  return {
    object: refOf(owner),
    field: `status.listeners[${name}].conditions[${condition.type}]`,
    value: conditionText(condition),
  };
}

function certificatesOf({ tls }: Listener): string {
  return listed(
    (tls?.certificates ?? []).map(
      ({ namespace, name }) => `${namespace}/${name}`,
    ),
  );
}

export const listenerRules: readonly ExposureRule[] = [
  refusedListenerSet,
  listenerReferences,
  conflictingListener,
];
