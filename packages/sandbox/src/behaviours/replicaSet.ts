import { ensureObject, setDefault } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';
import { applyTemplateDefaults } from './podSpecDefaults';
import { selectorChangeErrors, workloadErrors } from './workloadRules';
import { zeroTemplate } from './zeroValues';

/** ReplicaSets (apps/v1). */
export const replicaSet: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    setDefault(spec, 'replicas', 1);
    applyTemplateDefaults(spec);
  },
  prepareCreate(object) {
    object.status = { replicas: 0 };
  },
  validate: object => workloadErrors(object),
  validateUpdate: selectorChangeErrors,
  zero: {
    spec: { selector: null, template: zeroTemplate },
    status: { replicas: 0 },
  },
};
