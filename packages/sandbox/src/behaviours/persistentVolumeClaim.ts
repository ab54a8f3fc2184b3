import { ensureObject, setDefault } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';

/** PersistentVolumeClaims (v1). */
export const persistentVolumeClaim: KindBehaviour = {
  applyDefaults(object) {
    setDefault(ensureObject(object, 'spec'), 'volumeMode', 'Filesystem');
  },
  prepareCreate(object) {
    object.status = { phase: 'Pending' };
    object.metadata.finalizers ??= ['kubernetes.io/pvc-protection'];
  },
  answersWithDeleted: true,
  zero: { spec: { resources: {} }, status: {} },
};
