import { ensureObject, setDefault } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';
import { applyTemplateDefaults } from './podSpecDefaults';
import { nodeUpdateErrors } from './rolloutRules';
import { selectorChangeErrors, workloadErrors } from './workloadRules';
import { zeroTemplate } from './zeroValues';

const NO_PODS = {
  currentNumberScheduled: 0,
  numberMisscheduled: 0,
  desiredNumberScheduled: 0,
  numberReady: 0,
};

/** DaemonSets (apps/v1). */
export const daemonSet: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    applyTemplateDefaults(spec);
    const strategy = ensureObject(spec, 'updateStrategy');
    setDefault(strategy, 'type', 'RollingUpdate');
    if (strategy.type === 'RollingUpdate') {
      const rolling = ensureObject(strategy, 'rollingUpdate');
      setDefault(rolling, 'maxUnavailable', 1);
      setDefault(rolling, 'maxSurge', 0);
    }
    setDefault(spec, 'revisionHistoryLimit', 10);
  },
  prepareCreate(object) {
    object.status = { ...NO_PODS };
  },
  validate: object => [...workloadErrors(object), ...nodeUpdateErrors(object)],
  validateUpdate: selectorChangeErrors,
  zero: {
    spec: { selector: null, template: zeroTemplate, updateStrategy: {} },
    status: NO_PODS,
  },
};
