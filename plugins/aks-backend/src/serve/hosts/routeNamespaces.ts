import { KubernetesRecord, ObjectRef } from '@backstage-aks/insight';
import { RecordReader } from '../../store/RecordReader';

/**
 * The namespaces that the way through each of these objects touches: its own,
 * and of a route of the Gateway API those of its Gateways and backends.
 */
export async function routeNamespaces(
  reader: RecordReader,
  clusterId: string,
  records: readonly KubernetesRecord[],
): Promise<Map<KubernetesRecord, string[]>> {
  const gateways = await gatewaysOfListenerSets(reader, clusterId, records);
  return new Map(
    records.map(record => [
      record,
      [
        ...new Set(
          [record, ...parentsOf(record), ...backendsOf(record)].flatMap(ref => [
            ref.namespace,
            ...(gateways.get(`${ref.namespace}/${ref.name}`) ?? []),
          ]),
        ),
      ].sort(),
    ]),
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
