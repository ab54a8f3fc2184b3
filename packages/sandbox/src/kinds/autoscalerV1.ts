import { isJsonObject, JsonObject, objectsIn, valueAt } from '../objects/json';
import type { Conversion } from './conversions';

const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const TARGET = 'targetCPUUtilizationPercentage';
const CURRENT = 'currentCPUUtilizationPercentage';

/**
 * HorizontalPodAutoscalers of autoscaling/v1 know the utilisation of CPU as a
 * number and keep other metrics in an annotation.
 */
export const autoscalerV1: Conversion = {
  fromStored(object) {
    const { metrics, behavior: _, ...spec } = asObject(object.spec);
    const {
      currentMetrics,
      conditions: __,
      ...status
    } = asObject(object.status);
    const others = objectsIn(metrics).filter(metric => !isCpu(metric));
    const target = cpuOf(metrics, 'target');
    const current = cpuOf(currentMetrics, 'current');
    return {
      ...object,
      metadata: {
        ...object.metadata,
        ...(others.length > 0 && {
          annotations: {
            ...object.metadata.annotations,
            [METRICS]: JSON.stringify(others),
          },
        }),
      },
      spec: { ...spec, ...(target !== undefined && { [TARGET]: target }) },
      status: {
        ...status,
        ...(current !== undefined && { [CURRENT]: current }),
      },
    };
  },
  toStored(object) {
    const { [TARGET]: target, ...spec } = asObject(object.spec);
    const { [METRICS]: others, ...annotations } =
      object.metadata.annotations ?? {};
    const metrics = [
      ...(target === undefined ? [] : [cpuMetric(target)]),
      ...objectsIn(others ? JSON.parse(others) : []),
    ];
    return {
      ...object,
      metadata: { ...object.metadata, annotations },
      spec: { ...spec, ...(metrics.length > 0 && { metrics }) },
    };
  },
};

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function isCpu(metric: JsonObject): boolean {
  return (
    valueAt(metric, 'resource.name') === 'cpu' &&
    valueAt(metric, 'resource.target.averageUtilization') !== undefined
  );
}

function cpuOf(metrics: unknown, side: 'target' | 'current'): unknown {
  const cpu = objectsIn(metrics).find(
    metric => valueAt(metric, 'resource.name') === 'cpu',
  );
  return valueAt(cpu, `resource.${side}.averageUtilization`);
}

function cpuMetric(averageUtilization: unknown): JsonObject {
  return {
    type: 'Resource',
    resource: {
      name: 'cpu',
      target: { type: 'Utilization', averageUtilization },
    },
  };
}
