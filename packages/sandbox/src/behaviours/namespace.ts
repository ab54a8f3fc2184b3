import { ensureObject, isJsonObject, valueAt } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';

/** Namespaces (v1). */
export const namespace: KindBehaviour = {
  nameRule: 'label',
  applyDefaults(object) {
    const { metadata } = object;
    metadata.labels = {
      ...metadata.labels,
      'kubernetes.io/metadata.name': metadata.name,
    };
  },
  prepareCreate(object) {
    const spec = ensureObject(object, 'spec');
    spec.finalizers ??= ['kubernetes'];
    object.status = { phase: 'Active' };
  },
  whileTerminating(object) {
    const finalizers = valueAt(object, 'spec.finalizers');
    if (!Array.isArray(finalizers) || finalizers.length === 0) {
      return undefined;
    }
    const status = isJsonObject(object.status) ? object.status : {};
    return { ...object, status: { ...status, phase: 'Terminating' } };
  },
  zero: { spec: {}, status: {} },
};
