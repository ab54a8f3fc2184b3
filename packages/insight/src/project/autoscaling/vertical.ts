import { Projection } from '../../edge';
import { VerticalPodAutoscalerRecord } from '../../records/autoscaling';
import { conditionsOf } from '../conditions';
import {
  count,
  fieldsAt,
  fieldsIn,
  nameIn,
  namesIn,
  present,
  quantities,
  reason,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn } from '../references';

export function projectVerticalPodAutoscaler(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('VerticalPodAutoscaler', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const update = fieldsAt(spec, 'updatePolicy');
  const { containerPolicies } = fieldsAt(spec, 'resourcePolicy');
  const { containerRecommendations } = fieldsAt(
    object,
    'status',
    'recommendation',
  );
  const target = referenceIn(spec.targetRef, {
    namespace: metadata.namespace,
  });
  const record: VerticalPodAutoscalerRecord = present({
    ...metadata,
    target,
    mode: reason(update.updateMode) ?? 'Recreate',
    minReplicas: count(update.minReplicas),
    policies: fieldsIn(containerPolicies).map(policy =>
      present({
        container: containerIn(policy.containerName),
        mode: reason(policy.mode) ?? 'Auto',
        resources: namesIn(policy.controlledResources),
        controls: reason(policy.controlledValues),
        minAllowed: quantities(policy.minAllowed),
        maxAllowed: quantities(policy.maxAllowed),
      }),
    ),
    recommendations: fieldsIn(containerRecommendations).map(entry => ({
      container: containerIn(entry.containerName),
      target: quantities(entry.target),
      lowerBound: quantities(entry.lowerBound),
      upperBound: quantities(entry.upperBound),
      uncapped: quantities(entry.uncappedTarget),
    })),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [...ownerEdges(record), ...edgesTo('scales', [target])],
  };
}

/** A container's name, or `*` for all that have no policy of their own. */
function containerIn(value: unknown): string {
  return value === '*' ? '*' : nameIn(value) ?? '';
}
