import { fields, list, map, named, plain, Shape } from '../Shape';
import {
  amounts,
  conditions,
  localName,
  object,
  reference,
  selector,
} from './common';
import { podTemplate } from './podTemplate';

const value = plain('type', 'averageUtilization', 'averageValue', 'value');

const metricName = fields({ name: 'plain', selector });

const metricParts = {
  ...plain('name'),
  container: 'name',
  metric: metricName,
  describedObject: reference,
  target: fields(value),
  current: fields(value),
} as const;

const metrics = list(
  fields({
    type: 'plain',
    resource: fields(metricParts),
    containerResource: fields(metricParts),
    pods: fields(metricParts),
    object: fields(metricParts),
    external: fields(metricParts),
  }),
);

const scalingRules = fields({
  ...plain('selectPolicy', 'stabilizationWindowSeconds', 'tolerance'),
  policies: list(fields(plain('type', 'value', 'periodSeconds'))),
});

const behavior = fields({ scaleUp: scalingRules, scaleDown: scalingRules });

const scaleTarget = fields({
  ...plain('apiVersion', 'kind'),
  ...named('name', 'envSourceContainerName'),
});

// What a trigger is told may be a connection string; numbers never are.
const triggers = list(
  fields({
    ...plain('type', 'name', 'metricType', 'useCachedMetrics'),
    authenticationRef: fields({ kind: 'plain', name: 'name' }),
    metadata: map('number'),
  }),
);

const secretKeys = list(fields({ ...plain('parameter', 'key'), name: 'name' }));

const authentication = object({
  spec: fields({
    secretTargetRef: secretKeys,
    podIdentity: fields(plain('provider')),
  }),
});

const recommendation = list(
  fields({
    containerName: 'name',
    lowerBound: amounts,
    target: amounts,
    uncappedTarget: amounts,
    upperBound: amounts,
  }),
);

/** What scales workloads. */
export const scalingShapes: Record<string, Shape> = {
  'autoscaling/HorizontalPodAutoscaler': object({
    spec: fields({
      ...plain('minReplicas', 'maxReplicas'),
      scaleTargetRef: scaleTarget,
      metrics,
      behavior,
    }),
    status: fields({
      ...plain(
        'currentReplicas',
        'desiredReplicas',
        'lastScaleTime',
        'observedGeneration',
      ),
      currentMetrics: metrics,
      conditions,
    }),
  }),
  'autoscaling.k8s.io/VerticalPodAutoscaler': object({
    spec: fields({
      targetRef: scaleTarget,
      updatePolicy: fields(plain('updateMode', 'minReplicas')),
      resourcePolicy: fields({
        containerPolicies: list(
          fields({
            containerName: 'name',
            ...plain('mode', 'controlledValues'),
            controlledResources: list('plain'),
            minAllowed: amounts,
            maxAllowed: amounts,
          }),
        ),
      }),
    }),
    status: fields({
      conditions,
      recommendation: fields({ containerRecommendations: recommendation }),
    }),
  }),
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
      jobTargetRef: fields({
        ...plain('backoffLimit', 'completions', 'parallelism'),
        template: podTemplate,
      }),
      triggers,
    }),
    status: fields({ lastActiveTime: 'plain', conditions }),
  }),
  'keda.sh/TriggerAuthentication': authentication,
  'keda.sh/ClusterTriggerAuthentication': authentication,
  'policy/PodDisruptionBudget': object({
    spec: fields({
      ...plain('maxUnavailable', 'minAvailable', 'unhealthyPodEvictionPolicy'),
      selector,
    }),
    status: fields({
      ...plain(
        'currentHealthy',
        'desiredHealthy',
        'disruptionsAllowed',
        'expectedPods',
        'observedGeneration',
      ),
      conditions,
    }),
  }),
  'secrets-store.csi.x-k8s.io/SecretProviderClass': object({
    spec: fields({
      provider: 'plain',
      parameters: fields({
        ...plain('cloudName', 'usePodIdentity', 'useVMManagedIdentity'),
        keyvaultName: 'name',
      }),
      secretObjects: list(
        fields({ ...localName.fields, secretName: 'name', type: 'plain' }),
      ),
    }),
  }),
};
