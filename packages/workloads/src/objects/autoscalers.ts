import type {
  IHorizontalPodAutoscaler,
  IMetricSpec,
  IMetricTarget,
} from 'kubernetes-models/autoscaling/v2';
import { MetricIntent, ScalingIntent } from '../intent/scaling';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { metadataFor } from './labels';
import { lean, Manifest } from './Manifest';

type Hpa = Extract<ScalingIntent, { type: 'hpa' }>;

/** The HorizontalPodAutoscaler, where one is wanted. */
export function horizontalPodAutoscaler({
  intent,
  kind,
  scaling,
}: WorkloadPlan): Manifest[] {
  if (scaling?.type !== 'hpa') {
    return [];
  }
  const object: IHorizontalPodAutoscaler & Manifest['object'] = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadataFor(intent),
    spec: lean<NonNullable<IHorizontalPodAutoscaler['spec']>>({
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name: intent.name },
      minReplicas: scaling.minReplicas,
      maxReplicas: scaling.maxReplicas,
      metrics: scaling.metrics.map(metric => metricSpec(intent, metric)),
      behavior: behaviour(scaling),
    }),
  };
  return [{ object, comments: [] }];
}

function behaviour({ scaleUp, scaleDown }: Hpa) {
  const direction = (wanted: Hpa['scaleUp']) =>
    wanted && Object.keys(wanted).length > 0 ? lean(wanted) : undefined;
  return lean({
    scaleUp: direction(scaleUp),
    scaleDown: direction(scaleDown),
  });
}

function metricSpec(
  { name }: WorkloadIntent,
  metric: MetricIntent,
): IMetricSpec {
  switch (metric.type) {
    case 'Resource':
      return {
        type: 'Resource',
        resource: {
          name: metric.resource,
          target: {
            type: 'Utilization',
            averageUtilization: metric.utilization,
          },
        },
      };
    case 'ContainerResource':
      return {
        type: 'ContainerResource',
        containerResource: {
          name: metric.resource,
          // The program's container is called as the workload is.
          container: name,
          target: {
            type: 'Utilization',
            averageUtilization: metric.utilization,
          },
        },
      };
    case 'Pods':
      return {
        type: 'Pods',
        pods: {
          metric: identifier(metric),
          target: { type: 'AverageValue', averageValue: metric.average },
        },
      };
    case 'Object':
      return {
        type: 'Object',
        object: {
          describedObject: metric.object,
          metric: { name: metric.metric },
          target: targetOf(metric.target),
        },
      };
    default:
      return {
        type: 'External',
        external: {
          metric: identifier(metric),
          target: targetOf(metric.target),
        },
      };
  }
}

function identifier({
  metric,
  selector,
}: {
  metric: string;
  selector?: Record<string, string>;
}) {
  return lean({
    name: metric,
    selector: selector && { matchLabels: selector },
  });
}

function targetOf(target: { type: string; value: string }): IMetricTarget {
  return target.type === 'Value'
    ? { type: 'Value', value: target.value }
    : { type: 'AverageValue', averageValue: target.value };
}

/** A VerticalPodAutoscaler that measures what a copy needs. */
export function verticalPodAutoscaler({
  intent,
  kind,
}: WorkloadPlan): Manifest[] {
  return intent.recommendRequests
    ? [
        {
          // VPA has no package of models; https://github.com/kubernetes/autoscaler.
          object: {
            apiVersion: 'autoscaling.k8s.io/v1',
            kind: 'VerticalPodAutoscaler',
            metadata: metadataFor(intent),
            spec: {
              targetRef: { apiVersion: 'apps/v1', kind, name: intent.name },
              updatePolicy: { updateMode: 'Off' },
            },
          } as Manifest['object'],
          comments: [
            {
              path: ['spec', 'updatePolicy'],
              text: 'It only recommends, so it cannot work against another autoscaler. Read it with kubectl describe after some days.',
            },
          ],
        },
      ]
    : [];
}
