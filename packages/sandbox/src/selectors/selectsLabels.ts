import { Selector } from '../objects/workloads';

/**
 * Whether an object's label selector takes labels. An empty selector takes
 * all, an absent one none.
 */
export function selectsLabels(
  selector: Selector | undefined,
  labels: Record<string, string> = {},
): boolean {
  return (
    selector !== undefined &&
    Object.entries(selector.matchLabels ?? {}).every(
      ([key, value]) => labels[key] === value,
    ) &&
    (selector.matchExpressions ?? []).every(expression =>
      meets(labels[expression.key], expression),
    )
  );
}

function meets(
  value: string | undefined,
  { operator, values = [] }: { operator: string; values?: string[] },
): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
