import { RecordReader } from '../../store/RecordReader';

/** A class by which hosts can be filtered. */
export interface KnownClass {
  name: string;
  clusterId: string;
  /** Whether Ingresses without a class have this one. */
  isDefault: boolean;
}

/** The classes of Ingresses and of Gateways on clusters. */
export async function ingressClasses(
  reader: RecordReader,
  clusterIds: readonly string[],
): Promise<KnownClass[]> {
  const perCluster = clusterIds.map(async clusterId => {
    const records = await Promise.all([
      reader.all(clusterId, 'IngressClass'),
      reader.all(clusterId, 'GatewayClass'),
    ]);
    return records.flat().map(record => ({
      name: record.name,
      clusterId,
      isDefault: record.kind === 'IngressClass' && record.isDefault,
    }));
  });
  return (await Promise.all(perCluster)).flat();
}
