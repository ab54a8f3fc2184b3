import {
  Attachment,
  currentCondition,
} from '../../exposures/gateway/Attachment';
import { conditionText } from '../../exposures/gateway/gatewayFacts';
import { GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { named } from '../words';
import { conditionEvidence, listenerCondition } from './listenerConditions';
import { listenerReferences } from './listenerReferences';

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

const conflictingListener: ExposureRule = {
  id: 'IN52',
  title: 'The listener conflicts with another one, or is not accepted',
  family: 'ingress',
  hop: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway'],
  fact: {
    source:
      'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/gateway_types.go',
    date: '2026-11-24',
    verified: true,
  },
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
      evidence: [conditionEvidence(owner, listener, condition)],
    };
  },
};

// With a reference that is not resolved the reason is that one.
function notProgrammed(attachment: Attachment | undefined) {
  return listenerCondition(attachment, 'ResolvedRefs', 'False')
    ? undefined
    : listenerCondition(attachment, 'Programmed', 'False');
}

export const listenerRules: readonly ExposureRule[] = [
  refusedListenerSet,
  listenerReferences,
  conflictingListener,
];
