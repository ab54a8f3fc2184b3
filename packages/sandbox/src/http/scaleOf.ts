import { definitionDetails } from '../kinds/definitionDetails';
import { KindDefinition } from '../kinds/KindDefinition';
import { isJsonObject, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';

/** The Scale of a workload, as the scale subresource shows it. */
export function scaleOf(kind: KindDefinition, object: KubernetesObject) {
  const paths = scalePaths(kind);
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const replicas = Number(valueAt(object, paths.replicas) ?? 0);
  const selector =
    paths.selector && selectorText(valueAt(object, paths.selector));
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: replicas > 0 ? { replicas } : {},
    status: {
      replicas: Number(valueAt(object, paths.statusReplicas) ?? 0),
      ...(selector && { selector }),
    },
  };
}

const WORKLOAD_PATHS = {
  replicas: 'spec.replicas',
  statusReplicas: 'status.replicas',
  selector: 'spec.selector',
};

/** Where a kind has what its Scale shows. */
export function scalePaths(kind: KindDefinition) {
  return (definitionDetails(kind).scale ?? WORKLOAD_PATHS) as Omit<
    typeof WORKLOAD_PATHS,
    'selector'
  > & { selector?: string };
}

function selectorText(selector: unknown): string {
  if (typeof selector === 'string') {
    return selector;
  }
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
