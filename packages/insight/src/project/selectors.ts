import {
  LabelRequirement,
  LabelSelector,
  labelSelectorFrom,
} from '../labelSelector';
import { fieldsAt, fieldsIn, text, texts } from './fields';

/** No label has the empty key, so nothing meets this. */
const NO_OBJECT: LabelRequirement = { key: '', operator: 'Exists' };

/**
 * The object form of a selector, as workloads carry it. Absent, it selects
 * nothing, as the API server has it.
 */
export function workloadSelector(value: unknown): LabelSelector {
  const labels = equalities(fieldsAt(value, 'matchLabels'));
  const expressions = labelSelectorFrom({
    matchExpressions: fieldsIn(fieldsAt(value).matchExpressions).map(entry => ({
      key: text(entry.key) ?? '',
      operator: text(entry.operator) ?? '',
      values: texts(entry.values),
    })),
  });
  const selector = [...labels, ...expressions];
  return selector.length > 0 ? selector : [NO_OBJECT];
}

/**
 * The map form of a selector, as Services carry it. Undefined when there is
 * none or it is empty: such a Service gets its endpoints from elsewhere.
 */
export function mapSelector(value: unknown): LabelSelector | undefined {
  const selector = equalities(fieldsAt(value));
  return selector.length > 0 ? selector : undefined;
}

// A value of a wrong type must not widen what is selected: it matches nothing.
function equalities(labels: object): LabelRequirement[] {
  return Object.entries(labels).map(([key, value]) => ({
    key,
    operator: 'In',
    values: typeof value === 'string' ? [value] : [],
  }));
}
