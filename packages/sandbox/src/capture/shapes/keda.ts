import { fields, list, map, plain, Shape } from '../Shape';
import { conditions, object } from './common';
import { podTemplate } from './podTemplate';
import { behavior, scaleTarget } from './scaling';

// What a trigger is told may be a connection string or a password: kept are
// the numbers it compares with, under the names that scalers have for them.
const THRESHOLDS = [
  'activationLagThreshold',
  'activationListLength',
  'activationMessageCount',
  'activationQueueLength',
  'activationTargetQueryValue',
  'activationThreshold',
  'activationUnprocessedEventThreshold',
  'activationValue',
  'blobCount',
  'desiredReplicas',
  'lagThreshold',
  'listLength',
  'messageCount',
  'pendingEntriesCount',
  'queueLength',
  'streamLength',
  'targetQueryValue',
  'targetValue',
  'threshold',
  'unprocessedEventThreshold',
  'value',
];

const triggers = list(
  fields({
    ...plain('type', 'name', 'metricType', 'useCachedMetrics'),
    authenticationRef: fields({ kind: 'plain', name: 'name' }),
    metadata: fields(
      Object.fromEntries(THRESHOLDS.map(name => [name, 'number'])),
    ),
  }),
);

const secretKeys = list(fields({ ...plain('parameter', 'key'), name: 'name' }));

const authentication = object({
  spec: fields({
    secretTargetRef: secretKeys,
    configMapTargetRef: secretKeys,
    podIdentity: fields(plain('provider')),
  }),
});

/** KEDA. */
export const kedaShapes: Record<string, Shape> = {
  'keda.sh/ScaledObject': object({
    spec: fields({
      ...plain(
        'cooldownPeriod',
        'idleReplicaCount',
        'initialCooldownPeriod',
        'maxReplicaCount',
        'minReplicaCount',
        'pollingInterval',
      ),
      scaleTargetRef: scaleTarget,
      fallback: fields(plain('behavior', 'failureThreshold', 'replicas')),
      advanced: fields({
        restoreToOriginalReplicaCount: 'plain',
        horizontalPodAutoscalerConfig: fields({ behavior, name: 'name' }),
        scalingModifiers: fields({
          ...plain('metricType'),
          target: 'number',
          activationTarget: 'number',
        }),
      }),
      triggers,
    }),
    status: fields({
      ...plain(
        'lastActiveTime',
        'originalReplicaCount',
        'pausedReplicaCount',
        'scaleTargetKind',
      ),
      hpaName: 'name',
      conditions,
      externalMetricNames: list('plain'),
      resourceMetricNames: list('plain'),
      health: map(fields(plain('numberOfFailures', 'status'))),
      triggersTypes: 'word',
      scaleTargetGVKR: fields(plain('group', 'kind', 'resource', 'version')),
    }),
  }),
  'keda.sh/ScaledJob': object({
    spec: fields({
      ...plain(
        'failedJobsHistoryLimit',
        'maxReplicaCount',
        'minReplicaCount',
        'pollingInterval',
        'successfulJobsHistoryLimit',
      ),
      envSourceContainerName: 'name',
      rollout: fields(plain('propagationPolicy', 'strategy')),
      scalingStrategy: fields(plain('strategy')),
      jobTargetRef: fields({
        ...plain(
          'activeDeadlineSeconds',
          'backoffLimit',
          'completionMode',
          'completions',
          'parallelism',
          'suspend',
          'ttlSecondsAfterFinished',
        ),
        template: podTemplate,
      }),
      triggers,
    }),
    status: fields({
      lastActiveTime: 'plain',
      triggersTypes: 'word',
      conditions,
    }),
  }),
  'keda.sh/TriggerAuthentication': authentication,
  'keda.sh/ClusterTriggerAuthentication': authentication,
};
