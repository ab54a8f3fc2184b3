import { useClockedCluster } from '../__testUtils__/clockedCluster';
import { deployment } from '../__testUtils__/controlledCluster';
import { valueAt } from '../objects/json';

const CPU_USAGE = 'sandbox.backstage-aks.io/cpu-usage';
const REQUESTS = { resources: { requests: { cpu: '100m', memory: '64Mi' } } };

function autoscaler(spec: object) {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'web',
      },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 50 },
          },
        },
      ],
      ...spec,
    },
  };
}

/** A Deployment whose pods use so much together. */
function loaded(cpu: string, replicas = 2, container: object = REQUESTS) {
  const web = deployment('web', { replicas }, container);
  return {
    ...web,
    metadata: { ...web.metadata, annotations: { [CPU_USAGE]: cpu } },
  };
}

describe('the controller of HorizontalPodAutoscalers', () => {
  const clocked = useClockedCluster();
  const { pass, get, conditions, events, status } = clocked;
  const conditionsOfWeb = () => conditions('HorizontalPodAutoscaler', 'web');
  const replicas = () => valueAt(get('Deployment', 'web'), 'spec.replicas');
  const use = (cpu: string) =>
    clocked.cluster.objects.patch('Deployment', 'default', 'web', {
      metadata: { annotations: { [CPU_USAGE]: cpu } },
    });

  it('leaves a workload alone that uses what it may', () => {
    clocked.cluster.load([loaded('100m'), autoscaler({})]);
    pass(180);
    expect(status('HorizontalPodAutoscaler', 'web')).toMatchObject({
      currentReplicas: 2,
      desiredReplicas: 2,
      currentMetrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            current: { averageUtilization: 50, averageValue: '50m' },
          },
        },
      ],
    });
    expect(conditionsOfWeb()).toEqual([
      'AbleToScale True ReadyForNewScale',
      'ScalingActive True ValidMetricFound',
      'ScalingLimited False DesiredWithinRange',
    ]);
  });

  it('leaves a workload alone of which nobody says what it uses', () => {
    clocked.cluster.load([
      deployment('web', { replicas: 2 }, REQUESTS),
      autoscaler({
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
      }),
    ]);
    pass(600);
    expect(replicas()).toBe(2);
    expect(conditionsOfWeb()).toContain('ScalingActive True ValidMetricFound');
  });

  it('adds pods until the load is shared, no faster than it may', () => {
    clocked.cluster.load([loaded('400m'), autoscaler({})]);
    pass(115);
    expect(replicas()).toBe(4);
    expect(conditionsOfWeb()).toEqual([
      'AbleToScale True SucceededRescale',
      'ScalingActive True ValidMetricFound',
      'ScalingLimited True ScaleUpLimit',
    ]);
    pass(600);
    expect(replicas()).toBe(8);
    expect(events('web')).toEqual(
      expect.arrayContaining([
        'SuccessfulRescale: New size: 4; reason: cpu resource utilization (percentage of request) above target',
      ]),
    );
    expect(conditionsOfWeb()).toEqual([
      'AbleToScale True ReadyForNewScale',
      'ScalingActive True ValidMetricFound',
      'ScalingLimited False DesiredWithinRange',
    ]);
  });

  it('stops at the most it may have', () => {
    clocked.cluster.load([loaded('2'), autoscaler({ maxReplicas: 5 })]);
    pass(900);
    expect(replicas()).toBe(5);
    expect(conditionsOfWeb()).toContain('ScalingLimited True TooManyReplicas');
  });

  it('takes pods away only five minutes later', () => {
    clocked.cluster.load([loaded('400m'), autoscaler({})]);
    pass(900);
    expect(replicas()).toBe(8);
    use('100m');
    pass(60);
    expect(replicas()).toBe(8);
    expect(conditionsOfWeb()).toContain('AbleToScale True ScaleDownStabilized');
    pass(360);
    expect(replicas()).toBe(2);
    expect(events('web')).toContain(
      'SuccessfulRescale: New size: 2; reason: All metrics below target',
    );
  });

  it('keeps to the policies that it is given', () => {
    clocked.cluster.load([
      loaded('800m'),
      autoscaler({
        behavior: {
          scaleUp: {
            policies: [{ type: 'Pods', value: 1, periodSeconds: 600 }],
          },
        },
      }),
    ]);
    pass(500);
    expect(replicas()).toBe(3);
    expect(conditionsOfWeb()).toContain('ScalingLimited True ScaleUpLimit');
  });

  it('says which container asks for nothing', () => {
    clocked.cluster.load([loaded('100m', 2, {}), autoscaler({})]);
    pass(180);
    expect(conditionsOfWeb()).toEqual([
      'AbleToScale True SucceededGetScale',
      'ScalingActive False FailedGetResourceMetric',
    ]);
    expect(events('web')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^FailedGetResourceMetric: failed to get cpu utilization: missing request for cpu in container web of Pod web-/,
        ),
        expect.stringMatching(
          /^FailedComputeMetricsReplicas: invalid metrics \(1 invalid out of 1\), first error is: /,
        ),
      ]),
    );
  });

  it('does nothing with a workload of no pods', () => {
    clocked.cluster.load([loaded('100m', 0), autoscaler({})]);
    pass(180);
    expect(replicas()).toBe(0);
    expect(conditionsOfWeb()).toEqual([
      'AbleToScale True SucceededGetScale',
      'ScalingActive False ScalingDisabled',
    ]);
  });

  it('says that there is nothing to scale', () => {
    clocked.cluster.load([autoscaler({})]);
    pass(180);
    expect(conditionsOfWeb()).toEqual(['AbleToScale False FailedGetScale']);
    expect(events('web')).toEqual([
      'FailedGetScale: deployments/scale.apps "web" not found',
    ]);
  });

  it.each([
    [1, 2, 'below Spec.MinReplicas'],
    [20, 10, 'above Spec.MaxReplicas'],
  ])('brings %d pods to %d, which are %s', (before, after, why) => {
    clocked.cluster.load([loaded('100m', before), autoscaler({})]);
    pass(16);
    expect(replicas()).toBe(after);
    expect(events('web')).toContain(
      `SuccessfulRescale: New size: ${after}; reason: Current number of replicas ${why}`,
    );
  });

  it('knows no metrics of somebody else', () => {
    clocked.cluster.load([
      loaded('100m'),
      autoscaler({
        metrics: [
          {
            type: 'External',
            external: {
              metric: { name: 'queue-length' },
              target: { type: 'AverageValue', averageValue: '5' },
            },
          },
        ],
      }),
    ]);
    pass(180);
    expect(conditionsOfWeb()).toContain(
      'ScalingActive False FailedGetExternalMetric',
    );
  });
});
