import { ObjectRef } from '../../records/base';
import {
  GatewayClassRecord,
  ParentRef,
  RouteParentStatus,
} from '../../records/gateway';
import { RecordSet, refKey } from '../../RecordSet';
import { GatewayRouteRecord } from '../Route';
import { Admission, admit } from './admission';
import { Attachment } from './Attachment';

/** One parent of a route, and the listeners there that take it. */
export interface ParentAttachment {
  attachment: Attachment;
  admissions: Admission[];
}

/**
 * The parents of a route that let traffic in from outside, each with what is
 * known of it. A Service as parent is a matter of a mesh, inside the cluster.
 */
export function attachmentsOf(
  route: GatewayRouteRecord,
  records: RecordSet,
  isReadable: (namespace: string) => boolean,
): ParentAttachment[] {
  return route.parents.flatMap((parent, index) =>
    parent.to.kind === 'Service'
      ? []
      : [
          attach(route, parent, {
            field: `spec.parentRefs[${index}]`,
            records,
            isReadable,
          }),
        ],
  );
}

function attach(
  route: GatewayRouteRecord,
  parent: ParentRef,
  context: {
    field: string;
    records: RecordSet;
    isReadable: (namespace: string) => boolean;
  },
): ParentAttachment {
  const { field, records, isReadable } = context;
  const { to } = parent;
  const listenerSet =
    to.kind === 'ListenerSet'
      ? records.get({ ...to, kind: 'ListenerSet' })
      : undefined;
  const gatewayRef = to.kind === 'Gateway' ? to : listenerSet?.gateway;
  const gateway =
    gatewayRef?.kind === 'Gateway'
      ? records.get({ ...gatewayRef, kind: 'Gateway' })
      : undefined;
  const hidden = [
    ...(to.kind === 'ListenerSet' && !listenerSet ? [to] : []),
    ...(gatewayRef && !gateway ? [gatewayRef] : []),
  ].find(({ namespace }) => !isReadable(namespace));
  const owner = to.kind === 'ListenerSet' ? listenerSet : gateway;
  const gatewayClass = classOf(gateway?.className, records);
  const { admissions, refusal } = owner
    ? admit(route, parent, owner, records)
    : { admissions: [], refusal: undefined };
  return {
    admissions,
    attachment: {
      parent,
      field,
      ...(gatewayRef && { gatewayRef }),
      ...(gateway && { gateway }),
      ...(listenerSet && { listenerSet }),
      ...(gatewayClass && { gatewayClass }),
      statuses: statusesOf(route, parent, gatewayClass),
      ...(refusal && { refusal }),
      ...(hidden && { hidden }),
      ...(!isFollowed(to) && { unfollowed: true }),
    },
  };
}

function classOf(
  name: string | undefined,
  records: RecordSet,
): GatewayClassRecord | undefined {
  return name === undefined
    ? undefined
    : records.get({ kind: 'GatewayClass', namespace: '', name });
}

function isFollowed({ kind }: ObjectRef): boolean {
  return kind === 'Gateway' || kind === 'ListenerSet';
}

// A controller that no longer serves the class may have left its word behind.
function statusesOf(
  { statuses }: GatewayRouteRecord,
  { to, section, port }: ParentRef,
  gatewayClass: GatewayClassRecord | undefined,
): RouteParentStatus[] {
  return statuses.filter(
    ({ parent, controller }) =>
      (!gatewayClass || controller === gatewayClass.controller) &&
      refKey(parent.to) === refKey(to) &&
      parent.section === section &&
      parent.port === port,
  );
}
