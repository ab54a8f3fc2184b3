import { isJsonObject, JsonObject } from '../objects/json';
import { annotationShape } from './annotationShapes';
import { Naming } from './Naming';
import { Shape } from './Shape';

/** What is kept of a value, with names as they are to be written. */
export function keepShape(
  value: unknown,
  shape: Shape,
  naming: Naming,
): unknown {
  if (value === null || value === undefined) {
    return value;
  }
  if (typeof shape === 'string') {
    return isJsonObject(value) || Array.isArray(value)
      ? keepCompound(value, shape, naming)
      : keepScalar(value, shape, naming);
  }
  if ('list' in shape) {
    return Array.isArray(value)
      ? value.flatMap(item => {
          const kept = keepShape(item, shape.list, naming);
          return kept === undefined ? [] : [kept];
        })
      : undefined;
  }
  if (!isJsonObject(value)) {
    return undefined;
  }
  return keepFields(value, naming, field =>
    'map' in shape ? shape.map : ownField(shape.fields, field),
  );
}

function keepFields(
  value: JsonObject,
  naming: Naming,
  shapeFor: (field: string) => Shape | undefined,
): JsonObject {
  const kept: JsonObject = {};
  for (const [field, part] of Object.entries(value)) {
    const shape = shapeFor(field);
    const keptPart = shape && keepShape(part, shape, naming);
    if (keptPart !== undefined) {
      kept[field] = keptPart;
    }
  }
  return kept;
}

function ownField(shapes: { [field: string]: Shape }, field: string) {
  return Object.hasOwn(shapes, field) ? shapes[field] : undefined;
}

function keepScalar(value: unknown, shape: Shape, naming: Naming): unknown {
  if (typeof value !== 'string') {
    return shape === 'plain' || shape === 'number' ? value : undefined;
  }
  switch (shape) {
    case 'plain':
      return value;
    case 'word':
      return /^[A-Za-z0-9_.,:-]{0,128}$/.test(value) ? value : undefined;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(value) ? value : undefined;
    case 'name':
      return naming.name(value);
    case 'names':
      return naming.names(value);
    case 'image':
      return naming.image(value);
    case 'path':
      return value.replace(/[?#].*$/s, '');
    case 'url':
      return keepUrl(value, naming);
    case 'azureId':
      return naming.azureId(value);
    default:
      return undefined;
  }
}

function keepUrl(text: string, naming: Naming): string | undefined {
  if (!URL.canParse(text)) {
    return undefined;
  }
  const { protocol, host, pathname } = new URL(text);
  return naming.url(`${protocol}//${host}${pathname}`);
}

function keepCompound(
  value: JsonObject | unknown[],
  shape: Shape,
  naming: Naming,
): unknown {
  if (shape === 'managers' && Array.isArray(value)) {
    return value.filter(isJsonObject).map(keepManager);
  }
  if (Array.isArray(value)) {
    return undefined;
  }
  switch (shape) {
    case 'labels':
      return keepLabels(value, naming);
    case 'annotations':
      return keepFields(value, naming, annotationShape);
    case 'requirement':
      return keepRequirement(value, naming);
    default:
      return undefined;
  }
}

function keepLabels(labels: JsonObject, naming: Naming): JsonObject {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, naming.label(key, value)]] : [],
    ),
  );
}

const OF_REQUIREMENT = [
  'key',
  'operator',
  'effect',
  'minValues',
  'timeAdded',
  'tolerationSeconds',
];

function keepRequirement(requirement: JsonObject, naming: Naming): JsonObject {
  const { value, values } = requirement;
  const key = String(requirement.key ?? '');
  const renamed = (text: unknown) => naming.label(key, String(text));
  return {
    ...Object.fromEntries(
      OF_REQUIREMENT.filter(field => field in requirement).map(field => [
        field,
        requirement[field],
      ]),
    ),
    ...(typeof value === 'string' && { value: renamed(value) }),
    ...(Array.isArray(values) && { values: values.map(renamed) }),
  };
}

const OF_MANAGER = [
  'manager',
  'operation',
  'apiVersion',
  'time',
  'fieldsType',
  'subresource',
];

function keepManager(entry: JsonObject): JsonObject {
  return {
    ...Object.fromEntries(
      OF_MANAGER.filter(field => typeof entry[field] === 'string').map(
        field => [field, entry[field]],
      ),
    ),
    fieldsV1: {},
  };
}
