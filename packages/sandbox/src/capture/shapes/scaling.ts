import { fields, list, named, plain, Shape } from '../Shape';
import {
  amounts,
  conditions,
  localName,
  object,
  reference,
  selector,
} from './common';

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

/** How fast a workload is scaled. */
export const behavior = fields({
  scaleUp: scalingRules,
  scaleDown: scalingRules,
});

/** What is scaled. */
export const scaleTarget = fields({
  ...plain('apiVersion', 'kind'),
  ...named('name', 'envSourceContainerName'),
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
      recommenders: list(localName),
      updatePolicy: fields({
        ...plain('updateMode', 'minReplicas', 'evictAfterOOMSeconds'),
        evictionRequirements: list(
          fields({
            changeRequirement: 'plain',
            resources: list('plain'),
          }),
        ),
      }),
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
