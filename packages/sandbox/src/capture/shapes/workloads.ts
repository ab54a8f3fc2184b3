import { fields, list, named, plain, Shape } from '../Shape';
import {
  amounts,
  conditions,
  localName,
  metadata,
  object,
  reference,
  selector,
} from './common';
import { claimSpec, podSpecShape, podTemplate } from './podTemplate';

const containerState = fields({
  running: fields(plain('startedAt')),
  waiting: fields({ reason: 'word' }),
  terminated: fields({
    ...plain('exitCode', 'signal', 'startedAt', 'finishedAt'),
    reason: 'word',
  }),
});

const containerStatuses = list(
  fields({
    name: 'name',
    image: 'image',
    imageID: 'image',
    ...plain('containerID', 'ready', 'restartCount', 'started'),
    state: containerState,
    lastState: containerState,
    allocatedResources: amounts,
    resources: fields({ requests: amounts, limits: amounts }),
  }),
);

const addresses = list(fields(plain('ip')));

const rollingUpdate = fields(plain('maxSurge', 'maxUnavailable', 'partition'));

const strategy = fields({ type: 'plain', rollingUpdate });

// The fields of status that count, of all workloads.
const status = fields({
  ...plain(
    'availableReplicas',
    'collisionCount',
    'currentNumberScheduled',
    'currentReplicas',
    'desiredNumberScheduled',
    'fullyLabeledReplicas',
    'numberAvailable',
    'numberMisscheduled',
    'numberReady',
    'numberUnavailable',
    'observedGeneration',
    'readyReplicas',
    'replicas',
    'terminatingReplicas',
    'unavailableReplicas',
    'updatedNumberScheduled',
    'updatedReplicas',
  ),
  ...named('currentRevision', 'updateRevision'),
  conditions,
});

const replicated = fields({
  ...plain(
    'minReadySeconds',
    'paused',
    'podManagementPolicy',
    'progressDeadlineSeconds',
    'replicas',
    'revisionHistoryLimit',
  ),
  serviceName: 'name',
  selector,
  strategy,
  updateStrategy: strategy,
  template: podTemplate,
  persistentVolumeClaimRetentionPolicy: fields(
    plain('whenDeleted', 'whenScaled'),
  ),
  volumeClaimTemplates: list(object({ spec: claimSpec })),
});

const jobSpec = fields({
  ...plain(
    'activeDeadlineSeconds',
    'backoffLimit',
    'backoffLimitPerIndex',
    'completionMode',
    'completions',
    'manualSelector',
    'maxFailedIndexes',
    'parallelism',
    'podReplacementPolicy',
    'suspend',
    'ttlSecondsAfterFinished',
  ),
  selector,
  template: podTemplate,
});

/** Workloads and their pods. */
export const workloadShapes: Record<string, Shape> = {
  '/Pod': object({
    spec: podSpecShape,
    status: fields({
      ...plain(
        'hostIP',
        'observedGeneration',
        'phase',
        'podIP',
        'qosClass',
        'resize',
        'startTime',
      ),
      reason: 'word',
      nominatedNodeName: 'name',
      hostIPs: addresses,
      podIPs: addresses,
      conditions,
      containerStatuses,
      initContainerStatuses: containerStatuses,
      ephemeralContainerStatuses: containerStatuses,
    }),
  }),
  '/PodTemplate': object({ template: podTemplate }),
  '/ReplicationController': object({
    spec: fields({
      ...plain('minReadySeconds', 'replicas'),
      selector: 'labels',
      template: podTemplate,
    }),
    status,
  }),
  'apps/Deployment': object({ spec: replicated, status }),
  'apps/ReplicaSet': object({ spec: replicated, status }),
  'apps/StatefulSet': object({ spec: replicated, status }),
  'apps/DaemonSet': object({ spec: replicated, status }),
  'argoproj.io/Rollout': object({
    spec: fields({
      ...replicated.fields,
      workloadRef: reference,
      strategy: fields({
        canary: fields({
          ...plain('maxSurge', 'maxUnavailable'),
          canaryService: 'name',
          stableService: 'name',
        }),
        blueGreen: fields({
          activeService: 'name',
          previewService: 'name',
          autoPromotionEnabled: 'plain',
        }),
      }),
    }),
    status: fields({ ...status.fields, ...plain('phase') }),
  }),
  'batch/Job': object({
    spec: jobSpec,
    status: fields({
      ...plain(
        'active',
        'completionTime',
        'completedIndexes',
        'failed',
        'failedIndexes',
        'ready',
        'startTime',
        'succeeded',
        'terminating',
      ),
      conditions,
      uncountedTerminatedPods: fields({}),
    }),
  }),
  'batch/CronJob': object({
    spec: fields({
      ...plain(
        'concurrencyPolicy',
        'failedJobsHistoryLimit',
        'schedule',
        'startingDeadlineSeconds',
        'successfulJobsHistoryLimit',
        'suspend',
        'timeZone',
      ),
      jobTemplate: fields({ metadata, spec: jobSpec }),
    }),
    status: fields({
      ...plain('lastScheduleTime', 'lastSuccessfulTime'),
      active: list(reference),
    }),
  }),
  '/ServiceAccount': object({
    automountServiceAccountToken: 'plain',
    secrets: list(localName),
    imagePullSecrets: list(localName),
  }),
};
