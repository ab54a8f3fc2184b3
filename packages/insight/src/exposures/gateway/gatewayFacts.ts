import { Evidence } from '../../exposure';
import { Condition, ObjectRef } from '../../records/base';
import { refOf } from '../../RecordSet';
import { named } from '../../rules/words';
import { addressText, entranceEvidence, scopeOf } from '../addressFacts';
import { SharedPath } from '../ExposurePath';
import { HopFacts } from '../HopFacts';
import { Attachment, currentCondition, listenerOwner } from './Attachment';
import { stackFactsOf } from '../ingressStack';

const READY_TYPES = ['Accepted', 'Programmed', 'Ready', 'Scheduled'];

/** The address that the Gateway of a route was given. */
export function gatewayAddressFacts({ route, entrance }: SharedPath): HopFacts {
  const { attachment, addresses } = route;
  const gateway = attachment?.gateway;
  if (!attachment || !gateway) {
    return { ...absentParent(attachment), subject: 'not known' };
  }
  const object = refOf(gateway);
  const [first] = addresses;
  const scope = first && scopeOf(first);
  return {
    object,
    subject: [
      addresses.map(addressText).join(', ') || 'no address',
      ...(scope ? [scope] : []),
    ].join(' · '),
    status: 'assigned',
    evidence: [
      ...addresses.map((address, index) => ({
        object,
        field: `status.addresses[${index}].value`,
        value: addressText(address),
      })),
      ...(entrance ? entranceEvidence(entrance) : []),
    ],
  };
}

/** The listener that takes a route, and how its Gateway stands. */
export function gatewayListenerFacts({ route }: SharedPath): HopFacts {
  const { attachment } = route;
  const owner = attachment && listenerOwner(attachment);
  const gateway = attachment?.gateway;
  if (!attachment || !owner || !gateway) {
    const parent = attachment?.parent.to;
    return {
      ...absentParent(attachment),
      subject: parent ? named(parent) : 'no parent',
    };
  }
  const { listener, gatewayClass } = attachment;
  const place = listener
    ? `${owner.name}/${listener.name}${
        listener.port ? `:${listener.port}` : ''
      }`
    : owner.name;
  const open = openListener(attachment);
  return {
    object: refOf(owner),
    subject: gatewayClass
      ? `${
          stackFactsOf(gatewayClass)?.title ?? gatewayClass.controller
        } · ${place}`
      : place,
    status: listener ? 'takes the route' : 'no listener takes the route',
    evidence: [
      ...(gatewayClass
        ? [
            {
              object: refOf(gatewayClass),
              field: 'spec.controllerName',
              value: gatewayClass.controller,
            },
          ]
        : []),
      ...conditionEvidence(
        gateway,
        gateway.conditions.filter(({ type }) => READY_TYPES.includes(type)),
        'status',
      ),
      ...(listener
        ? conditionEvidence(
            owner,
            listener.conditions,
            `status.listeners[${listener.name}]`,
          )
        : []),
    ],
    ...(open !== undefined && { open }),
  };
}

/** Conditions as evidence: their status and reason. */
export function conditionEvidence(
  object: ObjectRef,
  conditions: readonly Condition[],
  field: string,
): Evidence[] {
  return conditions.map(condition => ({
    object: refOf(object),
    field: `${field}.conditions[${condition.type}]`,
    value: conditionText(condition),
  }));
}

export function conditionText({ status, reason, outdated }: Condition): string {
  const words = reason && reason !== status ? `${status} ${reason}` : status;
  return outdated ? `${words} (of an older version)` : words;
}

/** Why a parent that has no record cannot be judged, if that is so. */
function absentParent(
  attachment: Attachment | undefined,
): Omit<HopFacts, 'subject'> {
  const facts = { status: 'not known', evidence: [] };
  if (!attachment) {
    return facts;
  }
  const { hidden, unfollowed, parent } = attachment;
  const object = refOf(parent.to);
  if (unfollowed) {
    return {
      ...facts,
      object,
      open: `it hangs at the ${named(parent.to)}, a kind that is not followed`,
    };
  }
  return hidden
    ? {
        object,
        status: 'not visible to you',
        evidence: [],
        open: `the ${named(hidden)} is not visible to you`,
      }
    : { ...facts, object, open: `the ${named(parent.to)} is not known` };
}

// What the controller says of an older version is no word on this one, and no
// word at all is not a good one.
function openListener(attachment: Attachment): string | undefined {
  const { gateway, listenerSet, listener } = attachment;
  const owner = listenerSet ?? gateway;
  if (!gateway || !owner) {
    return undefined;
  }
  if (!listener) {
    return `which listener of the ${named(owner)} takes the route is not known`;
  }
  for (const { object, conditions } of [
    { object: gateway, conditions: gateway.conditions },
    ...(listenerSet
      ? [{ object: listenerSet, conditions: listenerSet.conditions }]
      : []),
    { object: owner, conditions: listener.conditions },
  ]) {
    if (conditions.some(({ outdated }) => outdated)) {
      return `the controller has not yet looked at the newest version of the ${named(
        object,
      )}`;
    }
  }
  if (!isReady(gateway.conditions)) {
    return `no controller says that the ${named(gateway)} is programmed`;
  }
  return listener.conditions.length === 0
    ? `the controller says nothing of the listener ${
        listener.name
      } of the ${named(owner)}`
    : undefined;
}

// Controllers from before the condition Programmed say Ready.
function isReady(conditions: readonly Condition[]): boolean {
  const condition =
    currentCondition(conditions, 'Programmed') ??
    currentCondition(conditions, 'Ready');
  return condition?.status === 'True';
}
