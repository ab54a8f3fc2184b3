import { currentCondition } from '../../exposures/gateway/Attachment';
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
import {
  certificatesOf,
  conditionEvidence,
  listenerCondition,
} from './listenerConditions';

export const listenerReferences: ExposureRule = {
  id: 'IN24',
  title: 'The listener refers to something that it may not or cannot use',
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
        conditionEvidence(owner, listener, condition),
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
