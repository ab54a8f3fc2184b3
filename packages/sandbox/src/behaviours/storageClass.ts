import { setDefault } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';

/** StorageClasses (storage.k8s.io/v1). */
export const storageClass: KindBehaviour = {
  applyDefaults(object) {
    setDefault(object, 'reclaimPolicy', 'Delete');
    setDefault(object, 'volumeBindingMode', 'Immediate');
  },
  answersWithDeleted: true,
};
