import { FieldSet } from '../fields/FieldSet';
import { itemSegment } from '../fields/listItems';
import { fieldNode } from '../fields/mergeKind';
import { isJsonObject } from '../objects/json';
import { SchemaNode } from '../schema/SchemaNode';

/** Removes what a set of fields names; what becomes empty goes with it. */
export function removeFields(
  node: SchemaNode,
  value: unknown,
  fields: FieldSet,
): unknown {
  if (fields.isEmpty()) {
    return value;
  }
  if (Array.isArray(value)) {
    return removeItems(node, value, fields);
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const rest: Record<string, unknown> = { ...value };
  for (const [segment, below] of fields.children) {
    const field = segment.slice(2);
    if (!(field in rest) || below.isEmpty()) {
      continue;
    }
    const isLeaf = below.member && below.children.size === 0;
    const left = isLeaf
      ? undefined
      : removeFields(fieldNode(node, field), rest[field], below);
    if (left === undefined || isBare(left)) {
      delete rest[field];
    } else {
      rest[field] = left;
    }
  }
  return rest;
}

function removeItems(
  node: SchemaNode,
  list: unknown[],
  fields: FieldSet,
): unknown[] {
  return list.flatMap(item => {
    const below = fields.children.get(itemSegment(node, item));
    if (!below || below.isEmpty()) {
      return [item];
    }
    // An item nobody else holds goes as a whole.
    return below.member
      ? []
      : [removeFields(node.item ?? { shape: 'any' }, item, below)];
  });
}

function isBare(value: unknown): boolean {
  return (
    (Array.isArray(value) && value.length === 0) ||
    (isJsonObject(value) && Object.keys(value).length === 0)
  );
}
