import { Projection } from '../../edge';
import { Address } from '../../records/base';
import {
  GatewayClassRecord,
  GatewayRecord,
  ListenerSetRecord,
} from '../../records/gateway';
import { knownAnnotations, knownIn } from '../annotations';
import { conditionsOf } from '../conditions';
import { fieldsAt, fieldsIn, hostIn, nameIn, present, reason } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn, refTo } from '../references';
import { certificateEdges, listenersOf } from './listeners';

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

export function projectGatewayClass(object: unknown): Projection | undefined {
  const metadata = metadataOf('GatewayClass', object);
  if (!metadata) {
    return undefined;
  }
  const record: GatewayClassRecord = {
    ...metadata,
    controller: nameIn(fieldsAt(object, 'spec').controllerName) ?? '',
    conditions: conditionsOf(object),
  };
  return { record, edges: ownerEdges(record) };
}

export function projectGateway(object: unknown): Projection | undefined {
  const metadata = metadataOf('Gateway', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const className = nameIn(spec.gatewayClassName);
  const record: GatewayRecord = present({
    ...metadata,
    className,
    listeners: listenersOf(object, metadata.namespace),
    addresses: addressesOf(object),
    annotations: knownAnnotations(object),
    infrastructureAnnotations: knownIn(
      fieldsAt(spec, 'infrastructure').annotations,
    ),
    listenerSetsFrom:
      reason(fieldsAt(spec, 'allowedListeners', 'namespaces').from) ?? 'None',
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo('of-class', [
        className ? refTo('GatewayClass', '', className) : undefined,
      ]),
      ...certificateEdges(record.listeners),
    ],
  };
}

export function projectListenerSet(object: unknown): Projection | undefined {
  const metadata = metadataOf('ListenerSet', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const gateway = referenceIn(fieldsAt(object, 'spec').parentRef, {
    namespace,
    kind: 'Gateway',
    group: GATEWAY_GROUP,
  });
  const record: ListenerSetRecord = present({
    ...metadata,
    gateway,
    listeners: listenersOf(object, namespace),
    annotations: knownAnnotations(object),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo('attaches-to', [gateway]),
      ...certificateEdges(record.listeners),
    ],
  };
}

function addressesOf(object: unknown): Address[] {
  const { addresses } = fieldsAt(object, 'status');
  return fieldsIn(addresses).flatMap(entry => {
    const value = hostIn(entry.value);
    if (!value) {
      return [];
    }
    return [entry.type === 'Hostname' ? { hostname: value } : { ip: value }];
  });
}
