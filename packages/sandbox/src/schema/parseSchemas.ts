import { FieldSchema, SchemaNode, StructSchema } from './SchemaNode';

/** The types of some kinds, by `apiVersion Kind`. */
export type KindSchemas = Map<string, SchemaNode>;

interface OpenStruct extends StructSchema {
  fields: Map<string, FieldSchema>;
  atomic: boolean;
  open: boolean;
}

const FIELD = /^ {2}([^\s:]+?)(!?): (\S+)(.*)$/;

/**
 * Reads the text form of schemas (the folder `schemas`): lines `kind`, which
 * name the type of a kind, and blocks `type`, with one line for each field.
 */
export function parseSchemas(texts: readonly string[]): KindSchemas {
  const structs = new Map<string, OpenStruct>();
  const kinds = new Map<string, string>();
  const structOf = (name: string): OpenStruct => {
    let struct = structs.get(name);
    if (!struct) {
      struct = { name, fields: new Map(), atomic: false, open: false };
      structs.set(name, struct);
    }
    return struct;
  };
  const lines = texts.flatMap(text => text.split('\n'));
  // A type's own marks must be known before fields refer to it.
  for (const line of lines.filter(text => text.startsWith('type '))) {
    const [, name, ...marks] = line.split(' ');
    const struct = structOf(name);
    struct.atomic = marks.includes('atomic');
    struct.open = marks.includes('open');
  }
  let current: OpenStruct | undefined;
  for (const line of lines) {
    const [word, first, second, third] = line.split(' ');
    if (word === 'kind') {
      kinds.set(`${first} ${second}`, third);
    } else if (word === 'type') {
      current = structOf(first);
    } else {
      const field = FIELD.exec(line);
      if (field && current) {
        const [, name, mark, type, marks] = field;
        current.fields.set(name, {
          ...nodeOf(type, structOf),
          ...marksOf(marks),
          required: mark === '!',
        });
      }
    }
  }
  return new Map(
    [...kinds].map(([kind, type]) => [kind, nodeOf(type, structOf)]),
  );
}

const SCALARS = [
  'string',
  'int32',
  'int64',
  'number',
  'boolean',
  'quantity',
  'intOrString',
];

function nodeOf(
  type: string,
  structOf: (name: string) => OpenStruct,
): SchemaNode {
  if (type === 'any') {
    return { shape: 'any' };
  }
  if (SCALARS.includes(type)) {
    return { shape: 'scalar', scalar: type };
  }
  if (type.startsWith('[')) {
    return { shape: 'list', item: nodeOf(type.slice(1, -1), structOf) };
  }
  if (type.startsWith('{')) {
    return { shape: 'map', item: nodeOf(type.slice(1, -1), structOf) };
  }
  const struct = structOf(type);
  return {
    shape: 'struct',
    struct,
    ...(struct.atomic && { atomic: true }),
    ...(struct.open && { open: true }),
  };
}

// ` map a,b merge a retainKeys open = "default" where {"enum":[…]}`
function marksOf(text: string): Partial<FieldSchema> {
  const [beforeLimits, limits] = text.split(' where ');
  const [words, standard] = beforeLimits.split(' = ');
  const parts = words.split(' ');
  const after = (word: string) => parts[parts.indexOf(word) + 1];
  const listType = (['set', 'map'] as const).find(type => parts.includes(type));
  return {
    ...(parts.includes('atomic') && { atomic: true, listType: 'atomic' }),
    ...(listType && { listType }),
    ...(listType === 'map' && { keys: after('map').split(',') }),
    ...(parts.includes('merge') && { merge: { key: after('merge') } }),
    ...(parts.includes('retainKeys') && { retainKeys: true }),
    ...(parts.includes('open') && { open: true }),
    ...(standard !== undefined && { default: JSON.parse(standard) }),
    ...(limits !== undefined && { limits: JSON.parse(limits) }),
  };
}
