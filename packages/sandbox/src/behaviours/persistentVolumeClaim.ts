import { ensureObject, setDefault } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';
import { ObjectStore } from '../store/ObjectStore';

const IS_DEFAULT = 'storageclass.kubernetes.io/is-default-class';

/** PersistentVolumeClaims (v1). */
export const persistentVolumeClaim: KindBehaviour = {
  applyDefaults(object) {
    setDefault(ensureObject(object, 'spec'), 'volumeMode', 'Filesystem');
  },
  prepareCreate(object, { store }) {
    const spec = ensureObject(object, 'spec');
    const byDefault = defaultClass(store);
    if (spec.storageClassName === undefined && byDefault) {
      spec.storageClassName = byDefault;
    }
    object.status = { phase: 'Pending' };
    object.metadata.finalizers ??= ['kubernetes.io/pvc-protection'];
  },
  answersWithDeleted: true,
  zero: { spec: { resources: {} }, status: {} },
};

// Of several defaults the newest counts, as admission has it.
function defaultClass(store: ObjectStore): string | undefined {
  const [newest] = store
    .list('storage.k8s.io/storageclasses')
    .filter(({ metadata }) => metadata.annotations?.[IS_DEFAULT] === 'true')
    .sort((left, right) =>
      left.metadata.creationTimestamp < right.metadata.creationTimestamp
        ? 1
        : -1,
    );
  return newest?.metadata.name;
}
