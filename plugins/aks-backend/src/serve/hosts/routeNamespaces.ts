import {
  IngressRecord,
  KubernetesRecord,
  ObjectRef,
} from '@backstage-aks/insight';
import { RecordReader } from '../../store/RecordReader';
import { claimedHosts, givenAddresses } from '../ingressNames';

/**
 * The namespaces that the way through each of these objects touches: its own; of
 * an Ingress those of the controller that holds its address, and of others that
 * claim its hosts; and of a route of the Gateway API those of its Gateways and
 * backends.
 */
export async function routeNamespaces(
  reader: RecordReader,
  clusterId: string,
  records: readonly KubernetesRecord[],
): Promise<Map<KubernetesRecord, string[]>> {
  const ingresses = records.filter(
    (record): record is IngressRecord => record.kind === 'Ingress',
  );
  const addresses = givenAddresses(ingresses);
  const hosts = claimedHosts(ingresses);
  const [gateways, holders, claims] = await Promise.all([
    gatewaysOfListenerSets(reader, clusterId, records),
    addresses.length > 0 ? reader.holding(clusterId, addresses) : [],
    hosts.length > 0 ? reader.claiming(clusterId, hosts) : [],
  ]);
  return new Map(
    records.map(record => [
      record,
      [
        ...new Set(
          [
            record,
            ...parentsOf(record),
            ...backendsOf(record),
            ...(record.kind === 'Ingress'
              ? besides(record, [...holders, ...claims])
              : []),
          ].flatMap(ref => [
            ref.namespace,
            ...(gateways.get(`${ref.namespace}/${ref.name}`) ?? []),
          ]),
        ),
      ].sort(),
    ]),
  );
}

/** Who holds an address of an Ingress, or claims a host of it as well. */
function besides(
  ingress: IngressRecord,
  others: readonly KubernetesRecord[],
): KubernetesRecord[] {
  const hosts = new Set(
    claimedHosts([ingress]).map(host => host.toLowerCase()),
  );
  const addresses = new Set(givenAddresses([ingress]));
  return others.filter(other =>
    other.kind === 'Ingress'
      ? claimedHosts([other]).some(host => hosts.has(host.toLowerCase()))
      : other.kind === 'Service' &&
        givenAddresses([other]).some(address => addresses.has(address)),
  );
}

async function gatewaysOfListenerSets(
  reader: RecordReader,
  clusterId: string,
  records: readonly KubernetesRecord[],
): Promise<Map<string, string[]>> {
  const sets = records
    .flatMap(parentsOf)
    .filter(({ kind }) => kind === 'ListenerSet');
  const found = sets.length > 0 ? await reader.byRefs(clusterId, sets) : [];
  return new Map(
    found.map(record => [
      `${record.namespace}/${record.name}`,
      record.kind === 'ListenerSet' && record.gateway
        ? [record.gateway.namespace]
        : [],
    ]),
  );
}

function parentsOf(record: KubernetesRecord): ObjectRef[] {
  return isRoute(record) ? record.parents.map(({ to }) => to) : [];
}

function backendsOf(record: KubernetesRecord): ObjectRef[] {
  return isRoute(record)
    ? record.rules.flatMap(({ backends }) => backends.map(({ to }) => to))
    : [];
}

function isRoute(record: KubernetesRecord) {
  return (
    record.kind === 'HTTPRoute' ||
    record.kind === 'GRPCRoute' ||
    record.kind === 'TLSRoute'
  );
}
