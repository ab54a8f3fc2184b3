import { WorkloadIntentInput } from '../intent/WorkloadIntent';
import { Random } from './Random';

type Scaling = NonNullable<WorkloadIntentInput['scaling']>;
type Triggers = Extract<Scaling, { type: 'keda' }>['triggers'];
type Metrics = Extract<Scaling, { type: 'hpa' }>['metrics'];

const QUEUES: Triggers = [
  {
    type: 'azure-servicebus',
    metadata: { queueName: 'orders', namespace: 'shop', messageCount: '5' },
  },
  {
    type: 'azure-servicebus',
    metadata: {
      topicName: 'orders',
      subscriptionName: 'mail',
      namespace: 'shop',
    },
  },
  {
    type: 'azure-queue',
    metadata: { queueName: 'orders', accountName: 'shop', queueLength: '5' },
  },
];

/** How the copies of a Deployment or StatefulSet are scaled. */
export function randomScaling(random: Random): Scaling {
  switch (random.whole(0, 2)) {
    case 0:
      return { type: 'fixed', replicas: random.whole(1, 9) };
    case 1: {
      const minReplicas = random.whole(1, 5);
      return {
        type: 'hpa',
        minReplicas,
        maxReplicas: minReplicas + random.whole(1, 20),
        metrics: random.maybe(() => randomMetrics(random)),
        scaleDown: random.maybe(() => ({
          stabilizationWindowSeconds: random.whole(0, 3600),
          policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
        })),
      };
    }
    default: {
      const minReplicas = random.whole(0, 3);
      return {
        type: 'keda',
        minReplicas,
        maxReplicas: minReplicas + random.whole(1, 30),
        triggers: randomTriggers(random, minReplicas > 0),
      };
    }
  }
}

/** Triggers of KEDA; on CPU only where one copy always runs. */
export function randomTriggers(random: Random, cpu: boolean): Triggers {
  return [
    {
      ...random.one(QUEUES),
      name: random.maybe(() => 'orders'),
      authentication: random.one([
        {
          type: 'workload-identity' as const,
          clientId: random.maybe(() => '11111111-2222-3333-4444-555555555555'),
        },
        { type: 'existing' as const, name: 'orders' },
      ]),
    },
    ...(cpu && random.chance(0.3)
      ? [{ type: 'cpu', metadata: { value: '70' } }]
      : []),
    ...(random.chance(0.3)
      ? [
          {
            type: 'cron',
            metadata: {
              timezone: 'Europe/Berlin',
              start: '0 8 * * *',
              end: '0 18 * * *',
              desiredReplicas: '4',
            },
          },
        ]
      : []),
  ];
}

function randomMetrics(random: Random): Metrics {
  return [
    random.one([
      { type: 'Resource' as const, resource: 'cpu' as const, utilization: 70 },
      {
        type: 'ContainerResource' as const,
        resource: 'cpu' as const,
        utilization: 60,
      },
      {
        type: 'Pods' as const,
        metric: 'http_requests_per_second',
        average: '100',
      },
      {
        type: 'Object' as const,
        metric: 'requests',
        object: { apiVersion: 'v1', kind: 'Service', name: 'shop' },
        target: { type: 'Value' as const, value: '2k' },
      },
      {
        type: 'External' as const,
        metric: 'queue_depth',
        selector: { queue: 'orders' },
        target: { type: 'AverageValue' as const, value: '500m' },
      },
    ]),
    { type: 'Resource', resource: 'memory', utilization: 80 },
  ];
}
