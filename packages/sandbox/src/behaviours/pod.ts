import { forbiddenField } from '../errors/fieldErrors';
import { sameJson } from '../objects/equality';
import {
  ensureObject,
  isJsonObject,
  JsonObject,
  objectsIn,
  setDefault,
  valueAt,
} from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { KindBehaviour } from '../registry/KindBehaviour';
import { applyPodSpecDefaults } from './podSpecDefaults';
import { podSpecErrors } from './podSpecRules';
import { qualityOfService } from './qualityOfService';
import { zeroPodSpec } from './zeroValues';

/** Pods (v1). */
export const pod: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    applyPodSpecDefaults(spec);
    setDefault(spec, 'enableServiceLinks', true);
  },
  prepareCreate(object) {
    const spec = ensureObject(object, 'spec');
    addNodeTolerations(spec);
    setDefault(spec, 'priority', 0);
    setDefault(spec, 'preemptionPolicy', 'PreemptLowerPriority');
    object.status = { phase: 'Pending', qosClass: qualityOfService(spec) };
  },
  validate: ({ spec }) => podSpecErrors(spec, 'spec'),
  validateUpdate(next, previous) {
    return sameJson(fixedPart(next), fixedPart(previous))
      ? []
      : [
          forbiddenField(
            'spec',
            'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
          ),
        ];
  },
  gracePeriod(object, requested) {
    // Nothing runs before a node has the pod, nor after it has ended.
    const phase = valueAt(object, 'status.phase');
    if (
      !valueAt(object, 'spec.nodeName') ||
      phase === 'Succeeded' ||
      phase === 'Failed'
    ) {
      return 0;
    }
    return (
      requested ??
      Number(valueAt(object, 'spec.terminationGracePeriodSeconds') ?? 30)
    );
  },
  answersWithDeleted: true,
  zero: { spec: zeroPodSpec, status: {} },
};

// Admission lets every pod stay five minutes on a node that is lost.
function addNodeTolerations(spec: JsonObject): void {
  const tolerations = objectsIn(spec.tolerations);
  for (const state of ['not-ready', 'unreachable']) {
    const key = `node.kubernetes.io/${state}`;
    const tolerated = tolerations.some(
      toleration =>
        (toleration.key === key || toleration.key === undefined) &&
        (toleration.effect === 'NoExecute' || toleration.effect === undefined),
    );
    if (!tolerated) {
      tolerations.push({
        key,
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 300,
      });
    }
  }
  spec.tolerations = tolerations;
}

function fixedPart({ spec }: KubernetesObject): unknown {
  if (!isJsonObject(spec)) {
    return undefined;
  }
  const withoutImages = (containers: unknown) =>
    objectsIn(containers).map(({ image: _, ...rest }) => rest);
  const {
    nodeName: _,
    activeDeadlineSeconds: __,
    tolerations: ___,
    terminationGracePeriodSeconds: ____,
    containers,
    initContainers,
    ...rest
  } = spec;
  return {
    ...rest,
    containers: withoutImages(containers),
    initContainers: withoutImages(initContainers),
  };
}
