import type { IPersistentVolumeClaim } from 'kubernetes-models/v1';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { metadataFor } from './labels';
import { Manifest } from './Manifest';
import { Mounts, NO_MOUNTS } from './settingsMounts';

/** The claim that all copies share; each copy's own come with its StatefulSet. */
export function volumeClaims(intent: WorkloadIntent): Manifest[] {
  const { storage } = intent;
  if (!storage || storage.type === 'own-disks') {
    return [];
  }
  const object: IPersistentVolumeClaim & Manifest['object'] = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadataFor(intent, claimName(intent)),
    spec: {
      accessModes: [
        storage.type === 'shared' ? 'ReadWriteMany' : 'ReadWriteOnce',
      ],
      storageClassName: storage.storageClass,
      resources: { requests: { storage: storage.size } },
    },
  };
  return [{ object, comments: [] }];
}

/** How the pods get at the directories of their node that they read. */
export function nodeMounts({ nodePaths }: WorkloadIntent): Mounts {
  return {
    ...NO_MOUNTS,
    volumes: nodePaths.map(({ path }, index) => ({
      name: `node-${index}`,
      hostPath: { path, type: 'Directory' as const },
    })),
    mounts: nodePaths.map(({ path, mountPath }, index) => ({
      name: `node-${index}`,
      mountPath: mountPath ?? path,
      readOnly: true,
    })),
  };
}

/** How the pods get at what they store and at what they may write to. */
export function storageMounts(intent: WorkloadIntent): Mounts {
  const { storage, security } = intent;
  const scratch = security.writablePaths.map((mountPath, index) => ({
    volume: { name: `writable-${index}`, emptyDir: {} },
    mount: { name: `writable-${index}`, mountPath },
  }));
  const mounts = scratch.map(({ mount }) => mount);
  const volumes: Mounts['volumes'] = scratch.map(({ volume }) => volume);
  if (storage) {
    const name = `storage-${storage.name}`;
    mounts.unshift({ name, mountPath: storage.mountPath });
    if (storage.type !== 'own-disks') {
      volumes.unshift({
        name,
        persistentVolumeClaim: { claimName: claimName(intent) },
      });
    }
  }
  return { ...NO_MOUNTS, volumes, mounts };
}

function claimName({ name, storage }: WorkloadIntent): string {
  return `${name}-${storage?.name ?? ''}`;
}
