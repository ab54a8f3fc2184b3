import { ensureObject, setDefault } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';

/** PersistentVolumes (v1). */
export const persistentVolume: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    setDefault(spec, 'persistentVolumeReclaimPolicy', 'Retain');
    setDefault(spec, 'volumeMode', 'Filesystem');
  },
  prepareCreate(object) {
    object.status = { phase: 'Pending' };
    object.metadata.finalizers ??= ['kubernetes.io/pv-protection'];
  },
  answersWithDeleted: true,
};
