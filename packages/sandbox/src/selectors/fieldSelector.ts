import { badRequest } from '../errors/refusals';
import { KindDefinition } from '../kinds/KindDefinition';
import { valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { selectableFields } from './selectableFields';

interface Requirement {
  field: string;
  equal: boolean;
  value: string;
}

/** What a `fieldSelector` asks for; every requirement must hold. */
export type FieldSelector = readonly Requirement[];

/** Parses the `fieldSelector` parameter. @throws StatusError 400 */
export function requestedFields(
  kind: KindDefinition,
  text: string | null,
): FieldSelector {
  const requirements = splitTerms(text ?? '').map(term =>
    parseTerm(term, text),
  );
  for (const { field } of requirements) {
    if (!selectableFields(kind).includes(field)) {
      throw badRequest(
        kind.custom
          ? `field label not supported: ${field}`
          : unsupportedField(kind, field),
      );
    }
  }
  return requirements;
}

/** Whether an object has the wanted values. */
export function matchesFields(
  selector: FieldSelector,
  object: KubernetesObject,
): boolean {
  return selector.every(
    ({ field, equal, value }) => (fieldText(object, field) === value) === equal,
  );
}

/** The one name that a selector allows, which makes a list a single read. */
export function selectedName(selector: FieldSelector): string | undefined {
  return selector.find(({ field, equal }) => field === 'metadata.name' && equal)
    ?.value;
}

// Booleans and numbers have a value even where the field is left out.
const DEFAULT_TEXTS: Record<string, string> = {
  'spec.unschedulable': 'false',
  'spec.hostNetwork': 'false',
  'status.successful': '0',
  'status.replicas': '0',
};

function fieldText(object: KubernetesObject, field: string): string {
  const value = valueAt(object, field);
  if (value === undefined || value === null) {
    return DEFAULT_TEXTS[field] ?? '';
  }
  return String(value);
}

function unsupportedField(kind: KindDefinition, field: string): string {
  // Kinds without fields of their own answer in the words of the generic
  // conversion (apiserver 1.36).
  return selectableFields(kind).length > 2
    ? `field label not supported: ${field}`
    : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`;
}

function splitTerms(text: string): string[] {
  const terms: string[] = [];
  let term = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') {
      term += text.slice(at, at + 2);
      at++;
    } else if (text[at] === ',') {
      terms.push(term);
      term = '';
    } else {
      term += text[at];
    }
  }
  return [...terms, term].filter(part => part !== '');
}

function parseTerm(term: string, whole: string | null): Requirement {
  const match = /^((?:\\.|[^=!\\])*)(!=|==|=)(.*)$/s.exec(term);
  if (!match) {
    throw badRequest(
      `invalid selector: '${whole}'; can't understand '${term}'`,
    );
  }
  const [, field, operator, value] = match;
  return {
    field,
    equal: operator !== '!=',
    value: value.replace(/\\([\\,=])/g, '$1'),
  };
}
