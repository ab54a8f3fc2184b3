import { conditions, metadata, SECRET, UUID } from './common';

export const configuration = {
  ServiceAccount: {
    metadata: {
      ...metadata,
      annotations: {
        'azure.workload.identity/client-id': UUID,
        'azure.workload.identity/tenant-id': UUID,
        note: SECRET,
      },
    },
    imagePullSecrets: [{ name: 'registry' }],
  },
  ConfigMap: {
    metadata,
    data: { 'settings.yaml': `password: ${SECRET}` },
    binaryData: { logo: SECRET },
    immutable: true,
  },
  SecretProviderClass: {
    metadata,
    spec: {
      provider: 'azure',
      parameters: {
        keyvaultName: 'shop-vault',
        tenantId: UUID,
        clientID: UUID,
        objects: `array: [{objectName: ${SECRET}}]`,
      },
      secretObjects: [
        {
          secretName: 'shop-tls',
          type: 'kubernetes.io/tls',
          data: [{ objectName: SECRET, key: 'tls.crt' }],
          annotations: { SECRET },
        },
      ],
    },
  },
  SecretProviderClassPodStatus: {
    metadata,
    status: {
      podName: 'shop-1',
      secretProviderClassName: 'shop-vault',
      mounted: true,
      targetPath: SECRET,
      objects: [{ id: `secret/${SECRET}`, version: SECRET }],
    },
  },
  PersistentVolumeClaim: {
    metadata,
    spec: {
      storageClassName: 'managed-csi',
      volumeName: 'pvc-1',
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '8Gi' } },
    },
    status: { phase: 'Bound', capacity: { storage: '8Gi' }, conditions },
  },
  PersistentVolume: {
    metadata,
    spec: {
      claimRef: {
        kind: 'PersistentVolumeClaim',
        namespace: 'web',
        name: 'data',
      },
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: 'managed-csi',
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '8Gi' },
      csi: {
        driver: 'disk.csi.azure.com',
        volumeHandle: SECRET,
        volumeAttributes: { key: SECRET },
      },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                {
                  key: 'topology.disk.csi.azure.com/zone',
                  operator: 'In',
                  values: ['westeurope-1'],
                },
              ],
            },
          ],
        },
      },
    },
    status: { phase: 'Bound', message: SECRET },
  },
  StorageClass: {
    metadata,
    provisioner: 'disk.csi.azure.com',
    parameters: { skuName: 'Premium_ZRS', storageAccountKey: SECRET },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  },
};
