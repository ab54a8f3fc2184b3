import { ensureObject, setDefault } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';
import { applyTemplateDefaults } from './podSpecDefaults';
import { rolloutErrors } from './rolloutRules';
import { selectorChangeErrors, workloadErrors } from './workloadRules';
import { zeroTemplate } from './zeroValues';

/** Deployments (apps/v1). */
export const deployment: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    setDefault(spec, 'replicas', 1);
    applyTemplateDefaults(spec);
    const strategy = ensureObject(spec, 'strategy');
    setDefault(strategy, 'type', 'RollingUpdate');
    if (strategy.type === 'RollingUpdate') {
      const rolling = ensureObject(strategy, 'rollingUpdate');
      setDefault(rolling, 'maxUnavailable', '25%');
      setDefault(rolling, 'maxSurge', '25%');
    }
    setDefault(spec, 'revisionHistoryLimit', 10);
    setDefault(spec, 'progressDeadlineSeconds', 600);
  },
  prepareCreate(object) {
    object.status = {};
  },
  // Its ReplicaSets get them.
  annotationsAreWanted: true,
  validate: object => [...workloadErrors(object), ...rolloutErrors(object)],
  validateUpdate: selectorChangeErrors,
  zero: {
    spec: { selector: null, template: zeroTemplate, strategy: {} },
    status: {},
  },
};
