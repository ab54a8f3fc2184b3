/**
 * Labels of a Kubernetes object.
 *
 * @public
 */
export type Labels = Readonly<Record<string, string>>;

/**
 * One requirement of a label selector, as in `matchExpressions`.
 *
 * @public
 */
export type LabelRequirement =
  | { key: string; operator: 'In' | 'NotIn'; values: readonly string[] }
  | { key: string; operator: 'Exists' | 'DoesNotExist' };

/**
 * A label selector in one normal form: every requirement must hold. An empty
 * list selects everything.
 *
 * @public
 */
export type LabelSelector = readonly LabelRequirement[];

/**
 * Parses the text form of a label selector (`app=shop,tier in (a, b),!legacy`),
 * the grammar that `kubectl -l` and the API server's `labelSelector` take.
 *
 * @throws SyntaxError with the offending part when the text is not a selector.
 * @public
 */
export function parseLabelSelector(text: string): LabelSelector {
  return splitRequirements(text).map(parseRequirement);
}

/**
 * Normalises the object form (`matchLabels` and `matchExpressions`) that
 * workloads carry. A requirement with an unknown operator is met by nothing,
 * rather than left out, which would widen what is selected.
 *
 * @public
 */
export function labelSelectorFrom(selector: {
  matchLabels?: Labels;
  matchExpressions?: readonly {
    key: string;
    operator: string;
    values?: readonly string[];
  }[];
}): LabelSelector {
  const fromLabels = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]): LabelRequirement => ({
      key,
      operator: 'In',
      values: [value],
    }),
  );
  const fromExpressions = (selector.matchExpressions ?? []).map(
    ({ key, operator, values }): LabelRequirement => {
      switch (operator) {
        case 'In':
        case 'NotIn':
          return { key, operator, values: values ?? [] };
        case 'Exists':
        case 'DoesNotExist':
          return { key, operator };
        default:
          return { key, operator: 'In', values: [] };
      }
    },
  );
  return [...fromLabels, ...fromExpressions];
}

/**
 * Whether labels meet every requirement of a selector.
 *
 * @public
 */
export function matchesLabels(selector: LabelSelector, labels: Labels) {
  return selector.every(requirement => meets(requirement, labels));
}

function meets(requirement: LabelRequirement, labels: Labels): boolean {
  const present = Object.hasOwn(labels, requirement.key);
  switch (requirement.operator) {
    case 'In':
      return present && requirement.values.includes(labels[requirement.key]);
    case 'NotIn':
      // As the API server does: an object without the label is "not in".
      return !present || !requirement.values.includes(labels[requirement.key]);
    case 'Exists':
      return present;
    default:
      return !present;
  }
}

function splitRequirements(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  if (depth !== 0) {
    throw new SyntaxError(`unbalanced parentheses in label selector "${text}"`);
  }
  parts.push(part);
  if (parts.length === 1 && parts[0].trim() === '') {
    return [];
  }
  return parts.map(entry => entry.trim());
}

// A key is an optional DNS-like prefix and a name; a value may be empty.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
const KEY = String.raw`(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9](?:[-_.A-Za-z0-9]*[A-Za-z0-9])?`;
const VALUE = String.raw`(?:[A-Za-z0-9](?:[-_.A-Za-z0-9]*[A-Za-z0-9])?)?`;
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`);
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EXISTENCE = new RegExp(`^(!)?\\s*(${KEY})$`);
const WHOLE_VALUE = new RegExp(`^${VALUE}$`);

function parseRequirement(text: string): LabelRequirement {
  const equality = EQUALITY.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return {
      key,
      operator: operator === '!=' ? 'NotIn' : 'In',
      values: [value],
    };
  }
  const set = SET.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    const wrong = values.find(value => !WHOLE_VALUE.test(value));
    if (wrong === undefined) {
      return { key, operator: operator === 'in' ? 'In' : 'NotIn', values };
    }
    throw new SyntaxError(`"${wrong}" is not a label value in "${text}"`);
  }
  const existence = EXISTENCE.exec(text);
  if (existence) {
    const [, negated, key] = existence;
    return { key, operator: negated ? 'DoesNotExist' : 'Exists' };
  }
  throw new SyntaxError(`"${text}" is not a label selector requirement`);
}
