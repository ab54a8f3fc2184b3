import { canonicalJson, isJsonObject } from '../objects/json';
import { SchemaNode } from '../schema/SchemaNode';

/** How the server refers to an item of a list of type map or set. */
export function itemSegment(node: SchemaNode, item: unknown): string {
  if (node.listType === 'set') {
    return `v:${canonicalJson(item)}`;
  }
  const values: Record<string, unknown> = {};
  for (const key of [...(node.keys ?? [])].sort()) {
    const value = isJsonObject(item) ? item[key] : undefined;
    // A key that is left out counts with its default.
    const known = value ?? node.item?.struct?.fields.get(key)?.default;
    if (known !== undefined) {
      values[key] = known;
    }
  }
  return `k:${JSON.stringify(values)}`;
}

/** The items of a list by their segments; of equal ones, the first. */
export function itemsBySegment(
  node: SchemaNode,
  list: unknown,
): Map<string, unknown> {
  const items = new Map<string, unknown>();
  for (const item of Array.isArray(list) ? list : []) {
    const segment = itemSegment(node, item);
    if (!items.has(segment)) {
      items.set(segment, item);
    }
  }
  return items;
}
