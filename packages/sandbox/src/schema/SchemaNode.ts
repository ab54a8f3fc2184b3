/** The limits a custom resource's schema sets on a value. */
export interface ValueLimits {
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
}

/** What values a place in an object takes, and how they merge. */
export interface SchemaNode {
  shape: 'scalar' | 'any' | 'struct' | 'map' | 'list';
  /** For scalars: `string`, `int32`, `int64`, `number`, `boolean`, … */
  scalar?: string;
  /** For structs: the type, which may be recursive. */
  struct?: StructSchema;
  /** For maps and lists: their values. */
  item?: SchemaNode;
  /** Lists: replaced as a whole, as a set, or item by item. */
  listType?: 'atomic' | 'set' | 'map';
  /** Lists of type map: what tells items apart. */
  keys?: readonly string[];
  /** Whether structs and maps are replaced as a whole. */
  atomic?: boolean;
  /** Whether fields that are not declared are kept. */
  open?: boolean;
  /** Strategic merge patches merge the list; by this key, if it has objects. */
  merge?: { key?: string };
  /** Strategic merge patches keep only the fields that they name. */
  retainKeys?: boolean;
  /** Whether null is a value. */
  nullable?: boolean;
  default?: unknown;
  limits?: ValueLimits;
}

/** A type with declared fields. */
export interface StructSchema {
  name: string;
  fields: ReadonlyMap<string, FieldSchema>;
}

/** A declared field. */
export interface FieldSchema extends SchemaNode {
  required: boolean;
}

/** A place of which nothing is known: maps merge, lists are replaced. */
export const UNTYPED: SchemaNode = { shape: 'any' };
