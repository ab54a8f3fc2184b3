import { Fields, podSpec, RefusedObject, workload } from './RefusedObject';

const job = (name: string, spec: Fields) => ({
  metadata: { name },
  spec: {
    template: { spec: podSpec({ restartPolicy: 'Never' }) },
    ...spec,
  },
});

const cronJob = (name: string, spec: Fields) => ({
  metadata: { name },
  spec: {
    schedule: '@daily',
    jobTemplate: job('', {}),
    ...spec,
  },
});

const scaler = (spec: Fields) => ({
  metadata: { name: 'refused' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' },
    maxReplicas: 3,
    ...spec,
  },
});

const HPAS = 'horizontalpodautoscalers.v2.autoscaling';

/** What is wrong with an object of another kind. */
export const refusedSpecs: readonly RefusedObject[] = [
  {
    what: 'a rollout that may neither add nor remove a pod',
    resource: 'deployments.apps',
    object: workload({
      strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } },
    }),
    field: 'spec.strategy.rollingUpdate.maxUnavailable',
  },
  {
    what: 'a deadline that minReadySeconds uses up',
    resource: 'deployments.apps',
    object: workload({ minReadySeconds: 600 }),
    field: 'spec.progressDeadlineSeconds',
  },
  ...[
    { maxSurge: 1, maxUnavailable: 1 },
    { maxSurge: 0, maxUnavailable: 0 },
  ].map(rollingUpdate => ({
    what: `an update of nodes with ${JSON.stringify(rollingUpdate)}`,
    resource: 'daemonsets.apps',
    object: workload({ updateStrategy: { rollingUpdate } }),
    field: `spec.updateStrategy.rollingUpdate.${
      rollingUpdate.maxSurge ? 'maxSurge' : 'maxUnavailable'
    }`,
  })),
  {
    what: 'an indexed Job whose last pod would have too long a name',
    resource: 'jobs.batch',
    object: job('j'.repeat(62), { completionMode: 'Indexed', completions: 1 }),
    field: 'metadata.name',
  },
  {
    what: 'retries for each index of a Job that has none',
    resource: 'jobs.batch',
    object: job('refused', { backoffLimitPerIndex: 1 }),
    field: 'spec.backoffLimitPerIndex',
  },
  {
    what: 'exit codes out of order',
    resource: 'jobs.batch',
    object: job('refused', {
      podFailurePolicy: {
        rules: [
          {
            action: 'FailJob',
            onExitCodes: { operator: 'In', values: [3, 1] },
          },
        ],
      },
    }),
    field: 'spec.podFailurePolicy.rules[0].onExitCodes.values',
  },
  {
    what: 'a CronJob with a name of 53 characters',
    resource: 'cronjobs.batch',
    object: cronJob('c'.repeat(53), {}),
    field: 'metadata.name',
  },
  ...['europe/berlin', 'Local', 'Europe/Nowhere'].map(timeZone => ({
    what: `the time zone ${timeZone}`,
    resource: 'cronjobs.batch',
    object: cronJob('refused', { timeZone }),
    field: 'spec.timeZone',
  })),
  {
    what: 'the seventh day of the week',
    resource: 'cronjobs.batch',
    object: cronJob('refused', { schedule: '0 0 * * 7' }),
    field: 'spec.schedule',
  },
  {
    what: 'a share of nothing',
    resource: HPAS,
    object: scaler({
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 0 },
          },
        },
      ],
    }),
    field: 'spec.metrics[0].resource.target.averageUtilization',
  },
  {
    what: 'a metric with a slash in its name',
    resource: HPAS,
    object: scaler({
      metrics: [
        {
          type: 'Pods',
          pods: {
            metric: { name: 'a/b' },
            target: { type: 'AverageValue', averageValue: '1' },
          },
        },
      ],
    }),
    field: 'spec.metrics[0].pods.metric.name',
  },
  {
    what: 'a window of more than an hour',
    resource: HPAS,
    object: scaler({
      behavior: { scaleDown: { stabilizationWindowSeconds: 3601 } },
    }),
    field: 'spec.behavior.scaleDown.stabilizationWindowSeconds',
  },
  {
    what: 'a budget of both kinds',
    resource: 'poddisruptionbudgets.policy',
    object: {
      metadata: { name: 'refused' },
      spec: { minAvailable: 1, maxUnavailable: 1, selector: {} },
    },
    field: 'spec',
  },
  {
    what: 'a key with a slash',
    resource: 'configmaps',
    object: { metadata: { name: 'refused' }, data: { 'a/b': '' } },
    field: 'data[a/b]',
  },
  {
    what: 'a key of both text and bytes',
    resource: 'configmaps',
    object: {
      metadata: { name: 'refused' },
      data: { a: '' },
      binaryData: { a: 'AAAA' },
    },
    field: 'data[a]',
  },
  {
    what: 'more than a mebibyte',
    resource: 'configmaps',
    object: {
      metadata: { name: 'refused' },
      data: { a: 'x'.repeat(1_048_577) },
    },
    field: '[]',
  },
  {
    what: 'a port of a Service twice',
    resource: 'services',
    object: {
      metadata: { name: 'refused' },
      spec: {
        ports: [
          { name: 'a', port: 80 },
          { name: 'b', port: 80 },
        ],
      },
    },
    field: 'spec.ports[1]',
  },
  {
    what: 'a range that is none',
    resource: 'services',
    object: {
      metadata: { name: 'refused' },
      spec: {
        type: 'LoadBalancer',
        loadBalancerSourceRanges: ['10.0.0.0/33'],
        ports: [{ port: 80 }],
      },
    },
    field: 'spec.LoadBalancerSourceRanges[0]',
  },
  {
    what: 'a network that is none',
    resource: 'networkpolicies.networking.k8s.io',
    object: {
      metadata: { name: 'refused' },
      spec: {
        podSelector: {},
        ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0' } }] }],
      },
    },
    field: 'spec.ingress[0].from[0].ipBlock.cidr',
  },
  ...(
    [
      ['10.0.0.1', '/', 'host'],
      ['a_b.example.com', '/', 'host'],
      ['a.example.com', '/a//b', 'http.paths[0].path'],
      ['a.example.com', '/a/..', 'http.paths[0].path'],
    ] as const
  ).map(([host, path, field]) => ({
    what: `an Ingress for ${host}${path}`,
    resource: 'ingresses.networking.k8s.io',
    object: {
      metadata: { name: 'refused' },
      spec: {
        rules: [
          {
            host,
            http: {
              paths: [
                {
                  path,
                  pathType: 'Prefix',
                  backend: { service: { name: 'a', port: { number: 80 } } },
                },
              ],
            },
          },
        ],
      },
    },
    field: `spec.rules[0].${field}`,
  })),
];
