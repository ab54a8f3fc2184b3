import { JsonObject, valueAt } from '../objects/json';
import { KindDefinition, splitApiVersion } from './KindDefinition';
import { customKindsOf } from './kindRows';

/**
 * A definition for an object whose CustomResourceDefinition is not known: the
 * plural follows English, the scope is where the object is.
 */
export function guessedKind(
  apiVersion: string,
  kind: string,
  object: JsonObject,
): KindDefinition {
  const { group, version } = splitApiVersion(apiVersion);
  const namespaced = valueAt(object, 'metadata.namespace') !== undefined;
  return customKindsOf(group, version, [
    [
      kind,
      pluralOf(kind.toLowerCase()),
      { subresources: ['status'], ...(!namespaced && { scope: 'Cluster' }) },
    ],
  ])[0];
}

function pluralOf(singular: string): string {
  if (/(s|x|z|ch|sh)$/.test(singular)) {
    return `${singular}es`;
  }
  return /[^aeiou]y$/.test(singular)
    ? `${singular.slice(0, -1)}ies`
    : `${singular}s`;
}
