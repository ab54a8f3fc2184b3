import {
  LabelRequirement,
  LabelSelector,
  labelSelectorFrom,
} from '../labelSelector';
import { fieldsAt, fieldsIn, text, texts } from './fields';
import { sizeOf } from './size';

/** No label has the empty key, so nothing meets this. */
const NO_OBJECT: LabelRequirement = { key: '', operator: 'Exists' };

// A hundred times what is usual. A longer one is not kept in part, which would
// select other objects: it selects none.
const MOST_CHARACTERS = 16 * 1024;

/**
 * The object form of a selector, as workloads carry it. Absent, it selects
 * nothing, as the API server has it.
 */
export function workloadSelector(value: unknown): LabelSelector {
  const selector = requirementsIn(value);
  return selector.length > 0 ? selector : [NO_OBJECT];
}

/**
 * The object form where the empty selector means every object, as policies have
 * it. Undefined where there is none at all.
 */
export function openSelector(value: unknown): LabelSelector | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? requirementsIn(value)
    : undefined;
}

function requirementsIn(value: unknown): LabelSelector {
  const labels = equalities(fieldsAt(value, 'matchLabels'));
  const expressions = labelSelectorFrom({
    matchExpressions: fieldsIn(fieldsAt(value).matchExpressions).map(entry => ({
      key: text(entry.key) ?? '',
      operator: text(entry.operator) ?? '',
      values: texts(entry.values),
    })),
  });
  return whole([...labels, ...expressions]);
}

/**
 * The map form of a selector, as Services carry it. Undefined when there is
 * none or it is empty: such a Service gets its endpoints from elsewhere.
 */
export function mapSelector(value: unknown): LabelSelector | undefined {
  const selector = whole(equalities(fieldsAt(value)));
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

function whole(selector: LabelSelector): LabelSelector {
  return sizeOf(selector, MOST_CHARACTERS) > MOST_CHARACTERS
    ? [NO_OBJECT]
    : selector;
}
