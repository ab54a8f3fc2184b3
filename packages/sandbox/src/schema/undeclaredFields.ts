import { isJsonObject } from '../objects/json';
import { SchemaNode } from './SchemaNode';

/** The paths of fields that a schema does not know, such as `spec.replica`. */
export function undeclaredFields(
  node: SchemaNode,
  value: unknown,
  path: string = '',
): string[] {
  if (Array.isArray(value)) {
    const { item } = node;
    return node.shape === 'list' && item
      ? value.flatMap((entry, index) =>
          undeclaredFields(item, entry, `${path}[${index}]`),
        )
      : [];
  }
  if (!isJsonObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([field, part]) => {
    const at = path === '' ? field : `${path}.${field}`;
    if (node.shape === 'map' && node.item) {
      return undeclaredFields(node.item, part, at);
    }
    const declared = node.struct?.fields.get(field);
    if (declared) {
      return undeclaredFields(declared, part, at);
    }
    return node.shape === 'struct' && !node.open ? [at] : [];
  });
}
