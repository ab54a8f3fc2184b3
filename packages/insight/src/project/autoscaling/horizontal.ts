import { Projection } from '../../edge';
import {
  HorizontalPodAutoscalerRecord,
  MetricValue,
  ScalingDirection,
  ScalingMetric,
} from '../../records/autoscaling';
import { conditionsOf } from '../conditions';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  present,
  quantity,
  reason,
  time,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn } from '../references';

export function projectHorizontalPodAutoscaler(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('HorizontalPodAutoscaler', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const target = referenceIn(spec.scaleTargetRef, { namespace });
  const known = fieldsIn(status.currentMetrics).map(entry =>
    metricOf(entry, namespace),
  );
  const record: HorizontalPodAutoscalerRecord = present({
    ...metadata,
    target,
    minReplicas: count(spec.minReplicas) ?? 1,
    maxReplicas: count(spec.maxReplicas) ?? 0,
    currentReplicas: count(status.currentReplicas) ?? 0,
    desiredReplicas: count(status.desiredReplicas) ?? 0,
    lastScaledAt: time(status.lastScaleTime),
    metrics: fieldsIn(spec.metrics).map(entry => {
      const metric = metricOf(entry, namespace);
      const same = known.find(candidate => isSame(candidate, metric));
      return present({ ...metric, current: same?.current });
    }),
    up: directionOf(fieldsAt(spec, 'behavior'), 'scaleUp'),
    down: directionOf(fieldsAt(spec, 'behavior'), 'scaleDown'),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [...ownerEdges(record), ...edgesTo('scales', [target])],
  };
}

const SOURCES: Readonly<Record<string, string>> = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
};

function metricOf(entry: Fields, namespace: string): ScalingMetric {
  const type = reason(entry.type) ?? '';
  const source = Object.hasOwn(SOURCES, type)
    ? fieldsAt(entry, SOURCES[type])
    : {};
  const name = fieldsAt(source).name ?? fieldsAt(source, 'metric').name;
  const current = fieldsAt(source, 'current');
  return present<ScalingMetric>({
    type,
    name: nameIn(name) ?? '',
    container: nameIn(fieldsAt(source).container),
    of: referenceIn(fieldsAt(source, 'describedObject'), { namespace }),
    target: valueOf(fieldsAt(source, 'target')),
    current: Object.keys(current).length > 0 ? valueOf(current) : undefined,
  });
}

function isSame(one: ScalingMetric, other: ScalingMetric): boolean {
  return (
    one.type === other.type &&
    one.name === other.name &&
    one.container === other.container
  );
}

function valueOf(fields: Fields): MetricValue {
  return present<MetricValue>({
    utilization: count(fields.averageUtilization),
    value: quantity(fields.value),
    averageValue: quantity(fields.averageValue),
  });
}

function directionOf(
  behavior: Fields,
  direction: 'scaleUp' | 'scaleDown',
): ScalingDirection | undefined {
  const fields = fieldsAt(behavior, direction);
  if (Object.keys(fields).length === 0) {
    return undefined;
  }
  return present<ScalingDirection>({
    stabilization: count(fields.stabilizationWindowSeconds),
    select: reason(fields.selectPolicy),
    policies: fieldsIn(fields.policies).map(policy => ({
      type: reason(policy.type) ?? '',
      value: count(policy.value) ?? 0,
      seconds: count(policy.periodSeconds) ?? 0,
    })),
    tolerance: quantity(fields.tolerance),
  });
}
