import { PersistentVolumeClaim, StorageClass } from '../objects/storage';
import { Node } from '../objects/workloads';
import { quantityOf } from './quantity';

const ZONE = 'topology.kubernetes.io/zone';
const DISK_ZONE = 'topology.disk.csi.azure.com/zone';
const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

/**
 * What the drivers of Azure Disk and Azure Files write into a volume's spec;
 * undefined for other drivers. A disk with local redundancy lies in the zone
 * of the node that its first pod goes to. (Checked against the drivers' docs
 * and the fields of volumes seen on AKS, November 2026; the suffix of a
 * handle and the name of a storage account are made up.)
 */
export function azureVolumeSource(
  { provisioner, parameters = {} }: StorageClass,
  name: string,
  { metadata, spec }: PersistentVolumeClaim,
  node: Node | undefined,
): Record<string, unknown> | undefined {
  const attributes = {
    ...parameters,
    'csi.storage.k8s.io/pv/name': name,
    'csi.storage.k8s.io/pvc/name': metadata.name,
    'csi.storage.k8s.io/pvc/namespace': metadata.namespace,
    'storage.kubernetes.io/csiProvisionerIdentity': `1-8081-${provisioner}`,
  };
  const group = resourceGroupOf(node);
  if (provisioner === 'disk.csi.azure.com') {
    const gibibytes = Math.ceil(
      quantityOf(spec.resources?.requests?.storage) / 2 ** 30,
    );
    return {
      csi: {
        driver: provisioner,
        volumeHandle: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.Compute/disks/${name}`,
        volumeAttributes: {
          ...attributes,
          requestedsizegib: String(gibibytes),
        },
      },
      nodeAffinity: zoneAffinity(parameters, node),
    };
  }
  if (provisioner === 'file.csi.azure.com') {
    return {
      csi: {
        driver: provisioner,
        nodeStageSecretRef: {
          name: 'azure-storage-account-fcontososandbox-secret',
          namespace: 'default',
        },
        volumeHandle: `${group}#fcontososandbox#${name}###default`,
        volumeAttributes: {
          ...attributes,
          secretnamespace: 'default',
        },
      },
    };
  }
  return undefined;
}

function zoneAffinity(parameters: Record<string, string>, node?: Node) {
  const sku = Object.entries(parameters).find(
    ([key]) => key.toLowerCase() === 'skuname',
  )?.[1];
  const zone = node?.metadata.labels?.[ZONE];
  return zone && !sku?.endsWith('_ZRS')
    ? {
        required: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: DISK_ZONE, operator: 'In', values: [zone] },
              ],
            },
          ],
        },
      }
    : undefined;
}

function resourceGroupOf(node: Node | undefined): string {
  const [, group] =
    /\/resourceGroups\/([^/]+)\//.exec(node?.spec.providerID ?? '') ?? [];
  return group ?? 'mc_contoso_sandbox';
}
