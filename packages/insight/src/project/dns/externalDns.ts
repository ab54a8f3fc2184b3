import { Edge, Projection } from '../../edge';
import {
  ClusterExternalDNSRecord,
  ExternalDNSRecord,
  ManagedExternalDnsFacts,
} from '../../records/dns';
import { conditionsOf } from '../conditions';
import {
  armIdIn,
  count,
  fieldsAt,
  nameIn,
  namesIn,
  present,
  texts,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, refTo } from '../references';

/** Where a ClusterExternalDNS runs if it does not say. */
const APP_ROUTING_NAMESPACE = 'app-routing-system';

export function projectExternalDns(object: unknown): Projection | undefined {
  const metadata = metadataOf('ExternalDNS', object);
  if (!metadata) {
    return undefined;
  }
  const record: ExternalDNSRecord = {
    ...metadata,
    ...externalDnsFacts(object, metadata.namespace),
  };
  return { record, edges: externalDnsEdges(record) };
}

export function projectClusterExternalDns(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('ClusterExternalDNS', object);
  if (!metadata) {
    return undefined;
  }
  const { resourceNamespace } = fieldsAt(object, 'spec');
  const record: ClusterExternalDNSRecord = {
    ...metadata,
    ...externalDnsFacts(
      object,
      nameIn(resourceNamespace) ?? APP_ROUTING_NAMESPACE,
    ),
  };
  return { record, edges: externalDnsEdges(record) };
}

function externalDnsFacts(
  object: unknown,
  runsIn: string,
): ManagedExternalDnsFacts {
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  return present<ManagedExternalDnsFacts>({
    runsIn,
    deployment: nameIn(spec.resourceName),
    zones: texts(spec.dnsZoneResourceIDs).flatMap(id => armIdIn(id) ?? []),
    sources: namesIn(spec.resourceTypes),
    serviceAccount: nameIn(fieldsAt(spec, 'identity').serviceAccount),
    readyReplicas: count(status.externalDNSReadyReplicas) ?? 0,
    unavailableReplicas: count(status.externalDNSUnavailableReplicas) ?? 0,
    conditions: conditionsOf(object),
  });
}

function externalDnsEdges(
  record: ExternalDNSRecord | ClusterExternalDNSRecord,
): Edge[] {
  const { runsIn, serviceAccount } = record;
  return [
    ...ownerEdges(record),
    ...edgesTo('uses', [
      serviceAccount
        ? refTo('ServiceAccount', runsIn, serviceAccount)
        : undefined,
    ]),
  ];
}
