import { Projection } from '../../edge';
import {
  LimitRangeRecord,
  PodDisruptionBudgetRecord,
  ResourceQuotaRecord,
} from '../../records/limits';
import { conditionsOf, isObserved } from '../conditions';
import {
  count,
  countOrPercent,
  fieldsAt,
  fieldsIn,
  nameIn,
  namesIn,
  present,
  quantities,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { openSelector, workloadSelector } from '../selectors';

export function projectResourceQuota(object: unknown): Projection | undefined {
  const metadata = metadataOf('ResourceQuota', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const record: ResourceQuotaRecord = {
    ...metadata,
    hard: quantities(spec.hard),
    used: quantities(fieldsAt(object, 'status').used),
    scopes: [
      ...namesIn(spec.scopes),
      ...fieldsIn(fieldsAt(spec, 'scopeSelector').matchExpressions).flatMap(
        entry => nameIn(entry.scopeName) ?? [],
      ),
    ],
  };
  return { record, edges: ownerEdges(record) };
}

export function projectLimitRange(object: unknown): Projection | undefined {
  const metadata = metadataOf('LimitRange', object);
  if (!metadata) {
    return undefined;
  }
  const record: LimitRangeRecord = {
    ...metadata,
    limits: fieldsIn(fieldsAt(object, 'spec').limits).map(entry => ({
      type: nameIn(entry.type) ?? '',
      min: quantities(entry.min),
      max: quantities(entry.max),
      limits: quantities(entry.default),
      requests: quantities(entry.defaultRequest),
    })),
  };
  return { record, edges: ownerEdges(record) };
}

export function projectPodDisruptionBudget(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('PodDisruptionBudget', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  // In policy/v1 the empty selector means every pod, none at all means no pod.
  const selector = openSelector(spec.selector) ?? workloadSelector(undefined);
  const record: PodDisruptionBudgetRecord = present({
    ...metadata,
    minAvailable: countOrPercent(spec.minAvailable),
    maxUnavailable: countOrPercent(spec.maxUnavailable),
    selector,
    disruptionsAllowed: count(status.disruptionsAllowed) ?? 0,
    currentHealthy: count(status.currentHealthy) ?? 0,
    desiredHealthy: count(status.desiredHealthy) ?? 0,
    expectedPods: count(status.expectedPods) ?? 0,
    observed: isObserved(object),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      { relation: 'selects', to: { kind: 'Pod', namespace, selector } },
    ],
  };
}
