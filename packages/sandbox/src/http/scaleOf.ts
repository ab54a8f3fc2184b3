import { isJsonObject, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';

/** The Scale of a workload, as the scale subresource shows it. */
export function scaleOf(object: KubernetesObject) {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const replicas = Number(valueAt(object, 'spec.replicas') ?? 0);
  const selector = selectorText(valueAt(object, 'spec.selector'));
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: replicas > 0 ? { replicas } : {},
    status: {
      replicas: Number(valueAt(object, 'status.replicas') ?? 0),
      ...(selector && { selector }),
    },
  };
}

function selectorText(selector: unknown): string {
  if (!isJsonObject(selector)) {
    return '';
  }
  const labels = isJsonObject(selector.matchLabels) ? selector.matchLabels : {};
  const expressions = Array.isArray(selector.matchExpressions)
    ? selector.matchExpressions.filter(isJsonObject).map(expressionText)
    : [];
  return [
    ...Object.keys(labels)
      .sort()
      .map(key => `${key}=${labels[key]}`),
    ...expressions,
  ].join(',');
}

function expressionText(expression: Record<string, unknown>): string {
  const { key, operator, values } = expression;
  const list = Array.isArray(values) ? [...values].sort().join(',') : '';
  switch (operator) {
    case 'In':
      return `${key} in (${list})`;
    case 'NotIn':
      return `${key} notin (${list})`;
    case 'DoesNotExist':
      return `!${key}`;
    default:
      return String(key);
  }
}
