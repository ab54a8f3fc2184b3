import { CheckCase } from './CheckCase';
import {
  autoscaler,
  changed,
  container,
  deployment,
  deploymentOf,
  other,
  service,
  workload,
} from './manifests';

const LABEL = 'app.kubernetes.io/instance';

const open = deployment({ replicas: undefined });
const scaled = (spec: object) =>
  other(
    'ScaledObject',
    {
      spec: {
        scaleTargetRef: { name: 'shop-front' },
        minReplicaCount: 2,
        triggers: [{ type: 'azure-servicebus' }],
        ...spec,
      },
    },
    'keda.sh/v1alpha1',
  );
const targeting = (kind: string, name = 'shop-front') =>
  autoscaler({ scaleTargetRef: { apiVersion: 'apps/v1', kind, name } });
const vertical = (spec: object) =>
  other(
    'VerticalPodAutoscaler',
    {
      spec: {
        targetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'shop-front',
        },
        ...spec,
      },
    },
    'autoscaling.k8s.io/v1',
  );
const unrequested = deploymentOf({
  containers: [
    container(),
    container({ name: 'proxy', resources: { requests: { cpu: undefined } } }),
  ],
});
delete Object(unrequested.spec).replicas;

export const scalingCases: CheckCase[] = [
  {
    check: 'WL07',
    name: 'an autoscaler of a DaemonSet',
    broken: [workload('DaemonSet'), targeting('DaemonSet')],
    healthy: [open, autoscaler()],
    verdict: 'broken',
    fields: ['spec.scaleTargetRef.kind'],
  },
  {
    check: 'WL15',
    name: 'replicas beside an autoscaler',
    broken: [deployment({ replicas: 3 }), autoscaler()],
    healthy: [open, autoscaler()],
    verdict: 'warning',
    fields: ['spec.replicas', 'spec.scaleTargetRef'],
  },
  {
    check: 'WL15',
    name: 'replicas beside a ScaledObject',
    broken: [deployment(), scaled({})],
    // Of that name, and of another kind.
    healthy: [
      open,
      scaled({}),
      changed(workload('StatefulSet'), {
        spec: {
          selector: { matchLabels: { [LABEL]: 'set' } },
          template: { metadata: { labels: { [LABEL]: 'set' } } },
        },
      }),
      service({ clusterIP: 'None', selector: { [LABEL]: 'set' } }),
    ],
    verdict: 'warning',
    fields: ['spec.replicas', 'spec.scaleTargetRef'],
  },
  {
    check: 'WL25',
    name: 'the wrong kind',
    broken: [
      workload('StatefulSet'),
      service({ clusterIP: 'None' }),
      autoscaler(),
    ],
    healthy: [
      workload('StatefulSet', { spec: { replicas: undefined } }),
      service({ clusterIP: 'None' }),
      targeting('StatefulSet'),
    ],
    verdict: 'broken',
    fields: ['spec.scaleTargetRef', 'kind'],
  },
  {
    check: 'WL25',
    name: 'a target that is not there',
    broken: [autoscaler()],
    healthy: [open, autoscaler()],
    verdict: 'unknown',
    fields: ['spec.scaleTargetRef'],
  },
  {
    check: 'WL25',
    name: 'a target that does not exist',
    broken: [autoscaler()],
    healthy: [targeting('Rollout')],
    verdict: 'broken',
    fields: ['spec.scaleTargetRef'],
    options: { complete: true },
  },
  {
    check: 'WL26',
    name: 'a ScaledObject beside an autoscaler',
    broken: [open, autoscaler(), scaled({})],
    healthy: [
      open,
      scaled({
        advanced: { horizontalPodAutoscalerConfig: { name: 'shop-front' } },
      }),
      autoscaler(),
    ],
    verdict: 'broken',
    fields: ['spec.scaleTargetRef', 'spec.scaleTargetRef'],
  },
  {
    check: 'WL27',
    name: 'a container that requests no CPU',
    broken: [unrequested, autoscaler()],
    // A request is enough: no limit is asked for.
    healthy: [
      deploymentOf({
        containers: [
          container({ resources: { limits: undefined } }),
          container({ name: 'proxy', resources: { limits: undefined } }),
        ],
      }),
      autoscaler({
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'another',
        },
      }),
    ],
    verdict: 'broken',
    fields: [
      'spec.metrics[0]',
      'spec.template.spec.containers[1].resources.requests',
    ],
    alsoFound: ['WL19'],
  },
  {
    check: 'WL27',
    name: 'an autoscaler without metrics, which goes by CPU then',
    broken: [unrequested, autoscaler({ metrics: undefined })],
    healthy: [open, autoscaler({ metrics: undefined })],
    verdict: 'broken',
    fields: [
      'spec.metrics',
      'spec.template.spec.containers[1].resources.requests',
    ],
    alsoFound: ['WL19'],
  },
  {
    check: 'WL27',
    name: 'a trigger for CPU without a request',
    broken: [unrequested, scaled({ triggers: [{ type: 'cpu' }] })],
    healthy: [open, scaled({ triggers: [{ type: 'cpu' }] })],
    verdict: 'broken',
    fields: [
      'spec.triggers[0].type',
      'spec.template.spec.containers[1].resources.requests',
    ],
    alsoFound: ['WL19'],
  },
  {
    check: 'WL28',
    name: 'a least of more than the most',
    broken: [open, autoscaler({ minReplicas: 7 })],
    healthy: [open, autoscaler({ minReplicas: 6 })],
    verdict: 'broken',
    fields: ['spec.maxReplicas', 'spec.minReplicas'],
  },
  {
    check: 'WL28',
    name: 'a least of more than the most of KEDA',
    broken: [open, scaled({ minReplicaCount: 101 })],
    healthy: [open, scaled({ minReplicaCount: 100 })],
    verdict: 'broken',
    fields: ['spec.maxReplicaCount', 'spec.minReplicaCount'],
  },
  {
    check: 'WL29',
    name: 'requests that change under an autoscaler',
    broken: [open, autoscaler(), vertical({})],
    healthy: [
      open,
      autoscaler(),
      vertical({
        resourcePolicy: {
          containerPolicies: [
            { containerName: '*', controlledResources: ['memory'] },
          ],
        },
      }),
    ],
    verdict: 'broken',
    fields: ['spec.updatePolicy.updateMode', 'spec.metrics[0]'],
  },
  {
    check: 'WL29',
    name: 'a mode that changes requests, where advice would not',
    broken: [
      open,
      autoscaler(),
      vertical({ updatePolicy: { updateMode: 'Initial' } }),
    ],
    healthy: [
      open,
      autoscaler(),
      vertical({ updatePolicy: { updateMode: 'Off' } }),
    ],
    verdict: 'broken',
    fields: ['spec.updatePolicy.updateMode', 'spec.metrics[0]'],
  },
  {
    check: 'WL30',
    name: 'no pod, by CPU alone',
    broken: [open, scaled({ minReplicaCount: 0, triggers: [{ type: 'cpu' }] })],
    healthy: [
      open,
      scaled({
        minReplicaCount: 0,
        triggers: [{ type: 'cpu' }, { type: 'cron' }],
      }),
    ],
    verdict: 'broken',
    fields: ['spec.minReplicaCount', 'spec.triggers'],
  },
];
