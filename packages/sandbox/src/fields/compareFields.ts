import { sameJson } from '../objects/equality';
import { isJsonObject } from '../objects/json';
import { SchemaNode } from '../schema/SchemaNode';
import { FieldSet } from './FieldSet';
import { itemsBySegment } from './listItems';
import { fieldNode, mergeKind } from './mergeKind';

/** What differs between two states of an object. */
export interface FieldComparison {
  added: FieldSet;
  modified: FieldSet;
  removed: FieldSet;
}

/** Compares two states the way the server does for field ownership. */
export function compareFields(
  schema: SchemaNode,
  before: unknown,
  after: unknown,
): FieldComparison {
  const comparison = {
    added: new FieldSet(),
    modified: new FieldSet(),
    removed: new FieldSet(),
  };
  walk(schema, before, after, comparison);
  return comparison;
}

function walk(
  node: SchemaNode,
  before: unknown,
  after: unknown,
  at: FieldComparison,
): void {
  // What both share did not change.
  if (before === after) {
    return;
  }
  const kind = mergeKind(node, before, after);
  if (kind === 'whole' || (isBare(before) && isBare(after))) {
    mark(before, after, at);
    return;
  }
  const pairs =
    kind === 'fields'
      ? fieldPairs(node, before, after)
      : itemPairs(node, before, after);
  for (const [segment, child, left, right] of pairs) {
    walk(child, left, right, {
      added: at.added.at(segment),
      modified: at.modified.at(segment),
      removed: at.removed.at(segment),
    });
  }
  // The place itself belongs to whoever made it or unmade it.
  if (before === undefined) {
    at.added.member = true;
  } else if (after === undefined) {
    at.removed.member = true;
  }
}

function mark(before: unknown, after: unknown, at: FieldComparison): void {
  if (before === undefined) {
    at.added.member = true;
  } else if (after === undefined) {
    at.removed.member = true;
  } else if (!sameJson(before, after)) {
    at.modified.member = true;
  }
}

type Pair = [segment: string, node: SchemaNode, left: unknown, right: unknown];

function fieldPairs(node: SchemaNode, before: unknown, after: unknown): Pair[] {
  const left = isJsonObject(before) ? before : {};
  const right = isJsonObject(after) ? after : {};
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...fields].map(field => [
    `f:${field}`,
    fieldNode(node, field),
    left[field],
    right[field],
  ]);
}

function itemPairs(node: SchemaNode, before: unknown, after: unknown): Pair[] {
  const left = itemsBySegment(node, before);
  const right = itemsBySegment(node, after);
  const segments = new Set([...left.keys(), ...right.keys()]);
  return [...segments].map(segment => [
    segment,
    node.item ?? { shape: 'any' },
    left.get(segment),
    right.get(segment),
  ]);
}

/** Whether nothing is below a place. */
function isBare(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.length === 0) ||
    (isJsonObject(value) && Object.keys(value).length === 0)
  );
}
