import { forbiddenField } from '../errors/fieldErrors';
import { sameJson } from '../objects/equality';
import {
  ensureObject,
  isJsonObject,
  objectsIn,
  setDefault,
} from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { KindBehaviour } from '../registry/KindBehaviour';
import { applyTemplateDefaults } from './podSpecDefaults';
import { workloadErrors } from './workloadRules';
import { zeroTemplate } from './zeroValues';

const CHANGEABLE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

/** StatefulSets (apps/v1). */
export const statefulSet: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    setDefault(spec, 'replicas', 1);
    applyTemplateDefaults(spec);
    for (const claim of objectsIn(spec.volumeClaimTemplates)) {
      setDefault(claim, 'apiVersion', 'v1');
      setDefault(claim, 'kind', 'PersistentVolumeClaim');
      setDefault(ensureObject(claim, 'spec'), 'volumeMode', 'Filesystem');
      setDefault(ensureObject(claim, 'status'), 'phase', 'Pending');
    }
    setDefault(spec, 'serviceName', '');
    setDefault(spec, 'podManagementPolicy', 'OrderedReady');
    const strategy = ensureObject(spec, 'updateStrategy');
    setDefault(strategy, 'type', 'RollingUpdate');
    if (strategy.type === 'RollingUpdate') {
      setDefault(ensureObject(strategy, 'rollingUpdate'), 'partition', 0);
    }
    setDefault(spec, 'revisionHistoryLimit', 10);
    const retention = ensureObject(
      spec,
      'persistentVolumeClaimRetentionPolicy',
    );
    setDefault(retention, 'whenDeleted', 'Retain');
    setDefault(retention, 'whenScaled', 'Retain');
  },
  prepareCreate(object) {
    object.status = { replicas: 0, availableReplicas: 0 };
  },
  validate: object => workloadErrors(object, { hasOtherVolumes: true }),
  validateUpdate(next, previous) {
    return sameJson(fixedPart(next), fixedPart(previous))
      ? []
      : [
          forbiddenField(
            'spec',
            "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
          ),
        ];
  },
  zero: {
    spec: {
      selector: null,
      template: zeroTemplate,
      serviceName: '',
      updateStrategy: {},
    },
    status: { replicas: 0, availableReplicas: 0 },
  },
};

function fixedPart({ spec }: KubernetesObject) {
  return isJsonObject(spec)
    ? Object.entries(spec)
        .filter(([field]) => !CHANGEABLE.includes(field))
        .sort(([left], [right]) => (left < right ? -1 : 1))
    : [];
}
