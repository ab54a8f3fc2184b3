import { cloneJson, isJsonObject } from '../objects/json';
import { SchemaNode } from './SchemaNode';

/**
 * Fills in, in place, what a custom resource's schema has defaults for. Nulls
 * that it does not allow count as left out.
 */
export function applySchemaDefaults(node: SchemaNode, value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(entry => node.item && applySchemaDefaults(node.item, entry));
    return;
  }
  if (!isJsonObject(value)) {
    return;
  }
  for (const [field, schema] of node.struct?.fields ?? []) {
    if (value[field] === null && !schema.nullable) {
      delete value[field];
    }
    if (value[field] === undefined && schema.default !== undefined) {
      value[field] = cloneJson(schema.default);
    }
  }
  for (const [field, part] of Object.entries(value)) {
    const below =
      node.shape === 'map' ? node.item : node.struct?.fields.get(field);
    if (below) {
      applySchemaDefaults(below, part);
    }
  }
}
