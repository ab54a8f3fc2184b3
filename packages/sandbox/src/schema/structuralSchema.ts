import { isJsonObject, JsonObject } from '../objects/json';
import { FieldSchema, SchemaNode, ValueLimits } from './SchemaNode';

const LIMITS = [
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;

/**
 * Reads the schema that a CustomResourceDefinition carries for a version.
 *
 * @param name - of the type, from which those below get theirs
 */
export function structuralSchema(name: string, schema: JsonObject): SchemaNode {
  return {
    ...shapeOf(name, schema),
    ...marksOf(schema),
    ...limitsOf(schema),
  };
}

function shapeOf(name: string, schema: JsonObject): SchemaNode {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return { shape: 'scalar', scalar: 'intOrString' };
  }
  switch (schema.type) {
    case 'object':
      return objectShape(name, schema);
    case 'array':
      return {
        shape: 'list',
        item: structuralSchema(`${name}.items`, asObject(schema.items)),
      };
    case 'integer':
      return {
        shape: 'scalar',
        scalar: schema.format === 'int32' ? 'int32' : 'int64',
      };
    case 'string':
    case 'number':
    case 'boolean':
      return { shape: 'scalar', scalar: schema.type };
    default:
      return { shape: 'any' };
  }
}

function objectShape(name: string, schema: JsonObject): SchemaNode {
  const { properties, additionalProperties: values } = schema;
  if (schema['x-kubernetes-embedded-resource'] === true) {
    return { shape: 'any' };
  }
  if (!isJsonObject(properties) && values) {
    return {
      shape: 'map',
      item: structuralSchema(`${name}.values`, asObject(values)),
    };
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(asObject(properties)).map(
    ([field, below]): [string, FieldSchema] => [
      field,
      {
        ...structuralSchema(`${name}.${field}`, asObject(below)),
        required: required.includes(field),
      },
    ],
  );
  return { shape: 'struct', struct: { name, fields: new Map(fields) } };
}

function marksOf(schema: JsonObject): Partial<SchemaNode> {
  const listType = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'];
  const atomic =
    listType === 'atomic' || schema['x-kubernetes-map-type'] === 'atomic';
  return {
    ...(listType !== undefined && {
      listType: listType as SchemaNode['listType'],
    }),
    ...(Array.isArray(keys) && { keys: keys.map(String) }),
    ...(atomic && { atomic: true }),
    ...(schema['x-kubernetes-preserve-unknown-fields'] === true && {
      open: true,
    }),
    ...(schema.nullable === true && { nullable: true }),
    ...(schema.default !== undefined && { default: schema.default }),
  };
}

function limitsOf(schema: JsonObject): { limits?: ValueLimits } {
  const limits = Object.fromEntries(
    LIMITS.filter(limit => schema[limit] !== undefined).map(limit => [
      limit,
      schema[limit],
    ]),
  );
  return Object.keys(limits).length > 0 ? { limits } : {};
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
