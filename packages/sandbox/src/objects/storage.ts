import { KubernetesObject } from './KubernetesObject';

/** What controllers read of the kinds of storage. */

export interface PersistentVolumeClaim extends KubernetesObject {
  spec: {
    accessModes?: string[];
    storageClassName?: string;
    volumeName?: string;
    volumeMode?: string;
    resources?: { requests?: { storage?: string } };
  };
  status: { phase?: string };
}

export interface PersistentVolume extends KubernetesObject {
  spec: {
    accessModes?: string[];
    capacity?: { storage?: string };
    claimRef?: { namespace: string; name: string; uid?: string };
    csi?: { driver: string };
    nodeAffinity?: {
      required?: {
        nodeSelectorTerms: {
          matchExpressions?: {
            key: string;
            operator: string;
            values?: string[];
          }[];
        }[];
      };
    };
    persistentVolumeReclaimPolicy?: string;
    storageClassName?: string;
    volumeMode?: string;
  };
  status: { phase?: string };
}

export interface StorageClass extends KubernetesObject {
  provisioner: string;
  parameters?: Record<string, string>;
  reclaimPolicy?: string;
  volumeBindingMode?: string;
  mountOptions?: string[];
}
