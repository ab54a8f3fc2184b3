import { itemSegment, itemsBySegment } from '../fields/listItems';
import { fieldNode, mergeKind } from '../fields/mergeKind';
import { isJsonObject } from '../objects/json';
import { SchemaNode } from '../schema/SchemaNode';

/** Puts an applied configuration over the present state. */
export function mergeConfiguration(
  node: SchemaNode,
  live: unknown,
  config: unknown,
): unknown {
  if (config === undefined) {
    return live;
  }
  switch (mergeKind(node, live, config)) {
    case 'fields':
      return isJsonObject(config) ? mergeFields(node, live, config) : config;
    case 'items':
      return mergeItems(node, live, config);
    default:
      return config;
  }
}

function mergeFields(
  node: SchemaNode,
  live: unknown,
  config: Record<string, unknown>,
): unknown {
  const merged = isJsonObject(live) ? { ...live } : {};
  for (const [field, value] of Object.entries(config)) {
    if (value === null) {
      delete merged[field];
    } else {
      merged[field] = mergeConfiguration(
        fieldNode(node, field),
        merged[field],
        value,
      );
    }
  }
  return merged;
}

// Present items keep their place, new ones follow.
function mergeItems(node: SchemaNode, live: unknown, config: unknown): unknown {
  const wanted = itemsBySegment(node, config);
  const item = node.item ?? { shape: 'any' as const };
  const present = Array.isArray(live) ? live : [];
  const kept = present.map(entry => {
    const segment = itemSegment(node, entry);
    const over = wanted.get(segment);
    wanted.delete(segment);
    return over === undefined ? entry : mergeConfiguration(item, entry, over);
  });
  return [...kept, ...wanted.values()];
}
