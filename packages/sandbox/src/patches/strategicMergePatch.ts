import { badRequest } from '../errors/refusals';
import { fieldNode } from '../fields/mergeKind';
import { KindDefinition } from '../kinds/KindDefinition';
import { sameJson } from '../objects/equality';
import { isJsonObject, JsonObject } from '../objects/json';
import { schemaOf } from '../schema/kindSchemas';
import { SchemaNode, UNTYPED } from '../schema/SchemaNode';

const DIRECTIVE = '$patch';
const ORDER = '$setElementOrder/';
const REMOVE = '$deleteFromPrimitiveList/';
const RETAIN = '$retainKeys';

/**
 * Applies a strategic merge patch: as a merge patch, but lists merge where
 * the kind's schema says so.
 */
export function applyStrategicMergePatch(
  kind: KindDefinition,
  target: JsonObject,
  patch: unknown,
): JsonObject {
  if (!isJsonObject(patch)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal into map[string]interface {}',
    );
  }
  return mergeObject(schemaOf(kind) ?? UNTYPED, target, patch);
}

function mergeObject(
  node: SchemaNode,
  target: unknown,
  patch: JsonObject,
): JsonObject {
  const { [DIRECTIVE]: directive, [RETAIN]: retained, ...changes } = patch;
  if (directive === 'replace') {
    return changes;
  }
  const result = isJsonObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(changes)) {
    if (field.startsWith(REMOVE)) {
      removeValues(result, field.slice(REMOVE.length), value);
    } else if (field.startsWith(ORDER)) {
      continue;
    } else if (value === null || isDelete(value)) {
      delete result[field];
    } else {
      result[field] = mergeValue(fieldNode(node, field), result[field], value);
    }
  }
  if (Array.isArray(retained)) {
    Object.keys(result)
      .filter(field => !retained.includes(field))
      .forEach(field => delete result[field]);
  }
  for (const [field, value] of Object.entries(changes)) {
    if (field.startsWith(ORDER)) {
      sortItems(node, result, field.slice(ORDER.length), value);
    }
  }
  return result;
}

function isDelete(value: unknown): boolean {
  return isJsonObject(value) && value[DIRECTIVE] === 'delete';
}

function mergeValue(
  node: SchemaNode,
  target: unknown,
  patch: unknown,
): unknown {
  if (isJsonObject(patch)) {
    return mergeObject(node, target, patch);
  }
  if (Array.isArray(patch) && node.merge) {
    return mergeList(node, Array.isArray(target) ? target : [], patch);
  }
  return patch;
}

function mergeList(
  node: SchemaNode,
  target: unknown[],
  patch: unknown[],
): unknown[] {
  const key = node.merge?.key;
  if (key === undefined) {
    const added = patch.filter(
      value => !target.some(present => sameJson(present, value)),
    );
    return [...target, ...added];
  }
  if (patch.some(isReplace)) {
    return patch.filter(item => !isReplace(item));
  }
  const result = [...target];
  for (const item of patch) {
    if (!isJsonObject(item) || item[key] === undefined) {
      throw badRequest(
        `map: ${JSON.stringify(
          item,
        )} does not contain declared merge key: ${key}`,
      );
    }
    const at = result.findIndex(
      present => isJsonObject(present) && present[key] === item[key],
    );
    if (isDelete(item)) {
      result.splice(at, at < 0 ? 0 : 1);
    } else if (at < 0) {
      result.push(item);
    } else {
      result[at] = mergeObject(node.item ?? UNTYPED, result[at], item);
    }
  }
  return result;
}

function isReplace(item: unknown): boolean {
  return isJsonObject(item) && item[DIRECTIVE] === 'replace';
}

function removeValues(parent: JsonObject, field: string, values: unknown) {
  const present = parent[field];
  if (Array.isArray(present) && Array.isArray(values)) {
    parent[field] = present.filter(value => !values.includes(value));
  }
}

// Items that the order does not name stay behind those that it does.
function sortItems(
  node: SchemaNode,
  parent: JsonObject,
  field: string,
  order: unknown,
): void {
  const items = parent[field];
  const key = fieldNode(node, field).merge?.key;
  if (!Array.isArray(items) || !Array.isArray(order)) {
    return;
  }
  const place = (item: unknown) => {
    const at = order.findIndex(wanted =>
      key !== undefined && isJsonObject(item) && isJsonObject(wanted)
        ? wanted[key] === item[key]
        : wanted === item,
    );
    return at < 0 ? order.length : at;
  };
  parent[field] = [...items].sort((left, right) => place(left) - place(right));
}
