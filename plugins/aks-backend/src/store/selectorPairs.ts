import { Labels, LabelSelector } from '@backstage-aks/insight';
import { InputError } from '@backstage/errors';

/** Stands for a selector that names no label value. */
export const NO_PAIR = '';

// Set alike on many objects by Helm, Kustomize and GitOps tools, so that they
// narrow a search little.
const SHARED_KEYS = new Set([
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/managed-by',
  'app.kubernetes.io/version',
  'app.kubernetes.io/component',
  'helm.sh/chart',
  'heritage',
  'chart',
  'release',
  'environment',
  'env',
  'team',
  'tier',
]);

/**
 * The requirement under which a selector is looked up: one that asks for a
 * value, preferably a single one of a telling label.
 */
export function leadingRequirement(
  selector: LabelSelector,
): { key: string; values: readonly string[] } | undefined {
  const candidates = selector.flatMap(requirement =>
    requirement.operator === 'In' ? [requirement] : [],
  );
  return candidates.sort(
    (a, b) =>
      Number(SHARED_KEYS.has(a.key)) - Number(SHARED_KEYS.has(b.key)) ||
      a.values.length - b.values.length ||
      (a.key < b.key ? -1 : 1),
  )[0];
}

/**
 * The label by which records that a selector matches are looked up.
 *
 * @throws InputError when the selector names no label that must be there, as
 * every object would have to be read to answer it.
 */
export function leadingLabel(selector: LabelSelector): {
  key: string;
  values?: readonly string[];
} {
  const leading =
    leadingRequirement(selector) ??
    selector.find(requirement => requirement.operator === 'Exists');
  if (!leading) {
    throw new InputError(
      'The label selector only says what an object must not have. Add a label that it must have, such as app=shop-front',
    );
  }
  return leading;
}

/** The label pairs under which a selector edge is stored, mostly one. */
export function pairsOfSelector(selector: LabelSelector): string[] {
  const leading = leadingRequirement(selector);
  return leading
    ? leading.values.map(value => pair(leading.key, value))
    : [NO_PAIR];
}

/** The label pairs under which a selector that matches may be stored. */
export function pairsOfLabels(labels: Labels): string[] {
  return [
    NO_PAIR,
    ...Object.entries(labels).map(([key, value]) => pair(key, value)),
  ];
}

function pair(key: string, value: string): string {
  return `${key}=${value}`;
}
