import { isJsonObject } from '../objects/json';
import { SchemaNode } from '../schema/SchemaNode';
import { FieldSet } from './FieldSet';
import { itemsBySegment } from './listItems';
import { fieldNode, mergeKind } from './mergeKind';

/** The fields that an applied configuration claims. */
export function appliedFields(schema: SchemaNode, config: unknown): FieldSet {
  const set = new FieldSet();
  collect(schema, config, set);
  return set;
}

function collect(node: SchemaNode, value: unknown, set: FieldSet): void {
  const kind = mergeKind(node, value);
  if (kind === 'whole') {
    set.member = true;
    return;
  }
  if (kind === 'items') {
    for (const [segment, item] of itemsBySegment(node, value)) {
      const below = set.at(segment);
      collect(node.item ?? { shape: 'any' }, item, below);
      below.member = true;
    }
    set.member ||= set.children.size === 0;
    return;
  }
  for (const [field, part] of Object.entries(
    isJsonObject(value) ? value : {},
  )) {
    const below = set.at(`f:${field}`);
    collect(fieldNode(node, field), part, below);
    // The keys of a map are claimed as such, the fields of a struct are not.
    below.member ||= isEmpty(part) || !node.struct?.fields.has(field);
  }
  set.member ||= set.children.size === 0;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || (isJsonObject(value) && Object.keys(value).length === 0)
  );
}
