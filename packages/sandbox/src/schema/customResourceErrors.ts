import { duplicate, notSupported, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { itemSegment } from '../fields/listItems';
import { isJsonObject } from '../objects/json';
import { SchemaNode, ValueLimits } from './SchemaNode';

/** What a custom resource's schema finds wrong, in the server's words. */
export function customResourceErrors(
  node: SchemaNode,
  object: unknown,
  path = '',
): FieldError[] {
  return errorsAt(node, object, path).sort((left, right) =>
    left.field < right.field ? -1 : Number(left.field > right.field),
  );
}

function errorsAt(
  node: SchemaNode,
  value: unknown,
  path: string,
): FieldError[] {
  if (value === null && node.nullable) {
    return [];
  }
  const wanted = jsonTypeOf(node);
  if (wanted && value !== undefined && !hasType(value, wanted)) {
    return [wrongType(path, value, wanted)];
  }
  return [
    ...limitErrors(node.limits ?? {}, value, path),
    ...duplicates(node, value, path),
    ...below(node, value, path),
  ];
}

// These are checked for every kind alike.
const ENVELOPE = ['apiVersion', 'kind', 'metadata'];

function below(node: SchemaNode, value: unknown, path: string): FieldError[] {
  if (Array.isArray(value)) {
    const { item } = node;
    return item
      ? value.flatMap((entry, index) =>
          errorsAt(item, entry, `${path}[${index}]`),
        )
      : [];
  }
  if (!isJsonObject(value)) {
    return [];
  }
  if (node.shape === 'map') {
    const { item } = node;
    return item
      ? Object.entries(value).flatMap(([key, entry]) =>
          errorsAt(item, entry, `${path}.${key}`),
        )
      : [];
  }
  const fields = [...(node.struct?.fields ?? [])];
  return fields
    .filter(([field]) => path !== '' || !ENVELOPE.includes(field))
    .flatMap(([field, schema]) => {
      const at = path === '' ? field : `${path}.${field}`;
      if (value[field] === undefined) {
        return schema.required ? [required(at)] : [];
      }
      return errorsAt(schema, value[field], at);
    });
}

function limitErrors(
  limits: ValueLimits,
  value: unknown,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const invalidBody = (detail: string) =>
    errors.push({
      field: path,
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(
        value,
      )}: ${path} in body ${detail}`,
    });
  if (limits.enum && !limits.enum.includes(value)) {
    errors.push(notSupported(path, value, limits.enum.map(String)));
  }
  if (typeof value === 'string') {
    if (limits.pattern && !new RegExp(limits.pattern).test(value)) {
      invalidBody(`should match '${limits.pattern}'`);
    }
    if (limits.minLength !== undefined && value.length < limits.minLength) {
      invalidBody(`should be at least ${limits.minLength} chars long`);
    }
    if (limits.maxLength !== undefined && value.length > limits.maxLength) {
      invalidBody(`should be at most ${limits.maxLength} chars long`);
    }
  }
  if (typeof value === 'number') {
    if (limits.minimum !== undefined && value < limits.minimum) {
      invalidBody(`should be greater than or equal to ${limits.minimum}`);
    }
    if (limits.maximum !== undefined && value > limits.maximum) {
      invalidBody(`should be less than or equal to ${limits.maximum}`);
    }
  }
  if (Array.isArray(value)) {
    if (limits.minItems !== undefined && value.length < limits.minItems) {
      invalidBody(`should have at least ${limits.minItems} items`);
    }
    if (limits.maxItems !== undefined && value.length > limits.maxItems) {
      invalidBody(`should have at most ${limits.maxItems} items`);
    }
  }
  if (isJsonObject(value)) {
    const { length } = Object.keys(value);
    if (limits.minProperties !== undefined && length < limits.minProperties) {
      invalidBody(`should have at least ${limits.minProperties} properties`);
    }
    if (limits.maxProperties !== undefined && length > limits.maxProperties) {
      invalidBody(`should have at most ${limits.maxProperties} properties`);
    }
  }
  return errors;
}

/** Items of sets and of lists with keys that are there twice. */
function duplicates(
  node: SchemaNode,
  value: unknown,
  path: string,
): FieldError[] {
  if (
    !Array.isArray(value) ||
    (node.listType !== 'set' && node.listType !== 'map')
  ) {
    return [];
  }
  const segments = value.map(item => itemSegment(node, item));
  return value.flatMap((item, index) => {
    const shown =
      node.listType === 'set'
        ? item
        : JSON.parse(segments[index].slice('k:'.length));
    return segments.indexOf(segments[index]) < index
      ? [duplicate(`${path}[${index}]`, shown)]
      : [];
  });
}

// Quantities and the like take numbers and strings.
const JSON_TYPES: Record<string, string | undefined> = {
  string: 'string',
  int32: 'integer',
  int64: 'integer',
  number: 'number',
  boolean: 'boolean',
};

function jsonTypeOf({ shape, scalar }: SchemaNode): string | undefined {
  switch (shape) {
    case 'list':
      return 'array';
    case 'struct':
    case 'map':
      return 'object';
    case 'scalar':
      return JSON_TYPES[scalar ?? ''];
    default:
      return undefined;
  }
}

function hasType(value: unknown, wanted: string): boolean {
  switch (wanted) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === wanted;
  }
}

function wrongType(path: string, value: unknown, wanted: string): FieldError {
  const type = Array.isArray(value) ? 'array' : nameOfType(value);
  return {
    field: path,
    reason: 'FieldValueTypeInvalid',
    message: `Invalid value: ${JSON.stringify(
      type,
    )}: ${path} in body must be of type ${wanted}: ${JSON.stringify(type)}`,
  };
}

function nameOfType(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}
