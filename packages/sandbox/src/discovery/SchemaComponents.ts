import { KindDefinition } from '../kinds/KindDefinition';
import { JsonObject } from '../objects/json';
import { SchemaNode, StructSchema } from '../schema/SchemaNode';

const SCALARS: Record<string, JsonObject> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  quantity: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  intOrString: {
    format: 'int-or-string',
    oneOf: [{ type: 'integer' }, { type: 'string' }],
  },
};

/** The schemas of an OpenAPI document, by the names of their types. */
export class SchemaComponents {
  readonly schemas: Record<string, JsonObject> = {};

  /** Adds a kind with all types that it uses. */
  addKind(kind: KindDefinition, schema: SchemaNode | undefined): void {
    const { group, version } = kind;
    const extension = {
      'x-kubernetes-group-version-kind': [{ group, version, kind: kind.kind }],
    };
    if (schema?.struct) {
      this.addStruct(schema.struct);
      Object.assign(this.schemas[schema.struct.name], extension);
    } else {
      const name = [...group.split('.').reverse(), version, kind.kind]
        .filter(Boolean)
        .join('.');
      this.schemas[name] = { type: 'object', ...extension };
    }
  }

  private addStruct({ name, fields }: StructSchema): void {
    if (this.schemas[name]) {
      return;
    }
    const required = [...fields]
      .filter(([, field]) => field.required)
      .map(([field]) => field);
    const schema: JsonObject = { type: 'object' };
    // Known before its fields, which may refer to it.
    this.schemas[name] = schema;
    schema.properties = Object.fromEntries(
      [...fields].map(([field, node]) => [field, this.convert(node)]),
    );
    if (required.length > 0) {
      schema.required = required;
    }
  }

  private convert(node: SchemaNode): JsonObject {
    return {
      ...this.shapeOf(node),
      ...node.limits,
      ...(node.default !== undefined && { default: node.default }),
      ...(node.listType && { 'x-kubernetes-list-type': node.listType }),
      ...(node.keys && { 'x-kubernetes-list-map-keys': node.keys }),
      ...(node.merge && {
        'x-kubernetes-patch-strategy': 'merge',
        ...(node.merge.key && {
          'x-kubernetes-patch-merge-key': node.merge.key,
        }),
      }),
      ...(node.open && { 'x-kubernetes-preserve-unknown-fields': true }),
    };
  }

  private shapeOf({ shape, scalar, struct, item }: SchemaNode): JsonObject {
    switch (shape) {
      case 'scalar':
        return SCALARS[scalar ?? 'string'];
      case 'list':
        return { type: 'array', items: item ? this.convert(item) : {} };
      case 'map':
        return {
          type: 'object',
          additionalProperties: item ? this.convert(item) : {},
        };
      case 'struct':
        if (struct) {
          this.addStruct(struct);
          return { allOf: [{ $ref: `#/components/schemas/${struct.name}` }] };
        }
        return { type: 'object' };
      default:
        return { type: 'object' };
    }
  }
}
