import { isJsonObject } from '../objects/json';
import { FieldSchema, SchemaNode, UNTYPED } from '../schema/SchemaNode';

/** How a place merges: as a whole, field by field, or item by item. */
export function mergeKind(
  node: SchemaNode,
  ...values: unknown[]
): 'whole' | 'fields' | 'items' {
  switch (node.shape) {
    case 'struct':
    case 'map':
      return node.atomic ? 'whole' : 'fields';
    case 'list':
      return node.listType === 'set' || node.listType === 'map'
        ? 'items'
        : 'whole';
    case 'any':
      // What is not declared is taken as it comes: objects field by field.
      return !node.atomic && values.some(isJsonObject) ? 'fields' : 'whole';
    default:
      return 'whole';
  }
}

/** The schema of a field; undeclared ones are untyped. */
export function fieldNode(node: SchemaNode, field: string): SchemaNode {
  const declared: FieldSchema | undefined = node.struct?.fields.get(field);
  return declared ?? (node.shape === 'map' ? node.item : undefined) ?? UNTYPED;
}
