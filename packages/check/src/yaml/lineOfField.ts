import {
  Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Node,
} from 'yaml';

/**
 * The line of a field of a document, counted from 1. Where the field is absent,
 * the line of the innermost of what should hold it.
 */
export function lineOfField(
  document: Document,
  field: string,
  lines: LineCounter,
): number {
  let node: unknown = document.contents;
  let offset = startOf(document.contents) ?? 0;
  for (const key of keysOf(field)) {
    const resolved: unknown = isAlias(node) ? node.resolve(document) : node;
    const found = childOf(resolved, key);
    if (!found) {
      break;
    }
    offset = found.offset ?? offset;
    node = found.value;
  }
  return lines.linePos(offset).line;
}

/** The keys of a path: `a.b[0].c[with.dots]` has a, b, 0, c and `with.dots`. */
function keysOf(field: string): string[] {
  return [...field.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map(
    ([whole, bracketed]) => bracketed ?? whole,
  );
}

function childOf(
  node: unknown,
  key: string,
): { value: unknown; offset?: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      item =>
        isPair(item) && isScalar(item.key) && String(item.key.value) === key,
    );
    return pair && { value: pair.value, offset: startOf(pair.key) };
  }
  const value = isSeq(node) ? node.items[Number(key)] : undefined;
  return value === undefined ? undefined : { value, offset: startOf(value) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
