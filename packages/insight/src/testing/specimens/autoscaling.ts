import { conditions, metadata, SECRET, UUID } from './common';

const scaleTargetRef = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  name: 'shop',
};

const authentication = {
  podIdentity: { provider: 'azure-workload', identityId: UUID },
  secretTargetRef: [{ parameter: 'connection', name: 'shop-bus', key: SECRET }],
  azureKeyVault: { vaultUri: SECRET, credentials: { clientSecret: SECRET } },
  hashiCorpVault: { credential: { token: SECRET } },
};

export const autoscaling = {
  HorizontalPodAutoscaler: {
    metadata,
    spec: {
      scaleTargetRef,
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        {
          type: 'ContainerResource',
          containerResource: {
            name: 'cpu',
            container: 'app',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
        {
          type: 'Object',
          object: {
            metric: { name: 'requests', selector: { matchLabels: { SECRET } } },
            describedObject: {
              apiVersion: 'networking.k8s.io/v1',
              kind: 'Ingress',
              name: 'shop',
            },
            target: { type: 'Value', value: '100', averageValue: '10' },
          },
        },
      ],
      behavior: {
        scaleUp: { policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }] },
        scaleDown: {
          stabilizationWindowSeconds: 60,
          selectPolicy: 'Min',
          tolerance: '0.05',
          policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
        },
      },
    },
    status: {
      currentReplicas: 2,
      desiredReplicas: 3,
      lastScaleTime: '2026-11-02T08:00:00Z',
      currentMetrics: [
        {
          type: 'ContainerResource',
          containerResource: {
            name: 'cpu',
            container: 'app',
            current: { averageUtilization: 90, averageValue: '90m' },
          },
        },
      ],
      conditions,
    },
  },
  VerticalPodAutoscaler: {
    metadata,
    spec: {
      targetRef: scaleTargetRef,
      updatePolicy: { updateMode: 'Initial', minReplicas: 1 },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: '*',
            mode: 'Auto',
            controlledResources: ['memory'],
            controlledValues: 'RequestsOnly',
            minAllowed: { memory: '64Mi' },
            maxAllowed: { memory: '1Gi' },
          },
        ],
      },
    },
    status: {
      conditions,
      recommendation: {
        containerRecommendations: [
          {
            containerName: 'app',
            target: { memory: '100Mi' },
            lowerBound: { memory: '90Mi' },
            upperBound: { memory: '110Mi' },
            uncappedTarget: { memory: '100Mi' },
          },
        ],
      },
    },
  },
  ScaledObject: {
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'autoscaling.keda.sh/paused-replicas': '3',
        'autoscaling.keda.sh/paused-scale-in': 'true',
      },
    },
    spec: {
      scaleTargetRef: { name: 'shop' },
      idleReplicaCount: 0,
      minReplicaCount: 1,
      fallback: { failureThreshold: 3, replicas: 2, behavior: 'static' },
      triggers: [
        {
          type: 'azure-servicebus',
          name: 'orders',
          metadata: { connection: SECRET },
          authenticationRef: { name: 'shop' },
        },
      ],
    },
    status: {
      conditions,
      lastActiveTime: '2026-11-02T08:00:00Z',
      triggersTypes: SECRET,
    },
  },
  TriggerAuthentication: { metadata, spec: authentication },
  ClusterTriggerAuthentication: { metadata, spec: authentication },
};
