import {
  Attachment,
  currentCondition,
  listenerOwner,
} from '../../exposures/gateway/Attachment';
import { conditionText } from '../../exposures/gateway/gatewayFacts';
import { Condition } from '../../records/base';
import {
  GatewayRecord,
  Listener,
  ListenerSetRecord,
} from '../../records/gateway';
import { refOf } from '../../RecordSet';
import { listed } from '../words';

/** A condition of the listener that the route hangs at, if it has this status. */
export function listenerCondition(
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

/** The condition as evidence. */
export function conditionEvidence(
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

/** The Secrets that a listener names. */
export function certificatesOf({ tls }: Listener): string {
  return listed(
    (tls?.certificates ?? []).map(
      ({ namespace, name }) => `${namespace}/${name}`,
    ),
  );
}
