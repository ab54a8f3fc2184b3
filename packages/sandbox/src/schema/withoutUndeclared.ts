import { isJsonObject } from '../objects/json';
import { SchemaNode } from './SchemaNode';

/** A value without the fields that its schema does not know. */
export function withoutUndeclared<T>(node: SchemaNode, value: T): T {
  return pruned(node, value) as T;
}

function pruned(node: SchemaNode, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { item } = node;
    return node.shape === 'list' && item
      ? value.map(entry => pruned(item, entry))
      : value;
  }
  if (!isJsonObject(value) || node.shape === 'any') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, part]) => {
      const declared =
        node.shape === 'map' ? node.item : node.struct?.fields.get(field);
      if (declared) {
        return [[field, pruned(declared, part)]];
      }
      return node.shape === 'struct' && !node.open ? [] : [[field, part]];
    }),
  );
}
