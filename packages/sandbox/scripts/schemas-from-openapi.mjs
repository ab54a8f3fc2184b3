/**
 * Writes the files in `schemas` from OpenAPI v3 documents of an API server:
 *
 *   node scripts/schemas-from-openapi.mjs FOLDER
 *
 * FOLDER holds documents as `*.json.gz`. What is kept is what the sandbox
 * needs: names, types, how lists and maps merge, what is required, defaults,
 * and, for custom resources, limits of values.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'schemas');
const LIMITS = [
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
];

const files = new Map();

function readDocuments(folder) {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json.gz'))
    .sort()
    .map(name =>
      JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()),
    );
}

function shortName(name) {
  return name
    .replace(/^io\.k8s\.api\./, '')
    .replace(/^io\.k8s\.apimachinery\.pkg\.apis\./, '')
    .replace(/^io\.k8s\.apimachinery\.pkg\./, '')
    .replace(/^io\.k8s\.apiextensions-apiserver\.pkg\.apis\./, '');
}

function convert(document) {
  const { schemas } = document.components;
  const types = new Map();
  const kinds = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const gvks = schema['x-kubernetes-group-version-kind'];
    if (gvks?.length !== 1 || !schema.properties?.metadata) continue;
    const { $ref } = schema.properties.metadata.allOf?.[0] ?? {};
    if (!$ref?.endsWith('ObjectMeta')) continue;
    const [{ group, version, kind }] = gvks;
    const custom = !name.startsWith('io.k8s.api.');
    kinds.push({ group, version, kind, type: shortName(name), custom });
    visit(name, schema, { schemas, types, custom });
  }
  return { kinds, types };
}

function visit(name, schema, context) {
  const type = shortName(name);
  if (context.types.has(type)) return type;
  const lines = [];
  context.types.set(type, lines);
  const required = new Set(schema.required ?? []);
  const atomic = schema['x-kubernetes-map-type'] === 'atomic' ? ' atomic' : '';
  const open = schema['x-kubernetes-preserve-unknown-fields'] ? ' open' : '';
  lines.push(`type ${type}${atomic}${open}`);
  for (const [field, property] of Object.entries(schema.properties ?? {})) {
    const mark = required.has(field) ? '!' : '';
    const text = reference(property, `${name}.${field}`, context);
    lines.push(`  ${field}${mark}: ${text}${suffixes(property, context)}`);
  }
  return type;
}

function reference(schema, name, context) {
  const { schemas } = context;
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (ref) {
    const refName = ref.slice(ref.lastIndexOf('/') + 1);
    return referenced(refName, schemas[refName], context);
  }
  if (
    schema['x-kubernetes-int-or-string'] ||
    (schema.oneOf && !schema.properties) ||
    (schema.anyOf && !schema.type)
  ) {
    return 'intOrString';
  }
  switch (schema.type) {
    case 'array':
      return `[${reference(schema.items, `${name}.items`, context)}]`;
    case 'object':
      if (schema.properties) return visit(name, schema, context);
      if (schema.additionalProperties && schema.additionalProperties !== true) {
        return `{${reference(
          schema.additionalProperties,
          `${name}.values`,
          context,
        )}}`;
      }
      return 'any';
    case 'integer':
      return schema.format === 'int64' || !schema.format ? 'int64' : 'int32';
    case undefined:
      return 'any';
    default:
      return schema.type;
  }
}

function referenced(name, schema, context) {
  if (name.endsWith('resource.Quantity')) return 'quantity';
  if (name.endsWith('IntOrString')) return 'intOrString';
  if (name.endsWith('.FieldsV1') || name.endsWith('.JSON')) return 'any';
  if (!schema.properties) return schema.type === 'string' ? 'string' : 'any';
  return visit(name, schema, context);
}

function suffixes(schema, { custom }) {
  const parts = [];
  const listType = schema['x-kubernetes-list-type'];
  if (listType === 'map') {
    parts.push(`map ${schema['x-kubernetes-list-map-keys'].join(',')}`);
  } else if (listType) {
    parts.push(listType);
  }
  if (schema['x-kubernetes-map-type'] === 'atomic') parts.push('atomic');
  if (schema['x-kubernetes-patch-strategy']?.includes('merge')) {
    parts.push(`merge ${schema['x-kubernetes-patch-merge-key'] ?? ''}`.trim());
  }
  if (schema['x-kubernetes-patch-strategy']?.includes('retainKeys')) {
    parts.push('retainKeys');
  }
  if (schema['x-kubernetes-preserve-unknown-fields']) parts.push('open');
  if (schema.default !== undefined && isMeaningful(schema.default, custom)) {
    parts.push(`= ${JSON.stringify(schema.default)}`);
  }
  if (custom) {
    const limits = Object.fromEntries(
      LIMITS.filter(limit => schema[limit] !== undefined).map(limit => [
        limit,
        schema[limit],
      ]),
    );
    if (Object.keys(limits).length > 0) {
      parts.push(`where ${JSON.stringify(limits)}`);
    }
  }
  return parts.map(part => ` ${part}`).join('');
}

// Built-in kinds list the zero values of Go, which are no defaults.
function isMeaningful(value, custom) {
  return custom || (typeof value === 'string' && value !== '');
}

for (const document of readDocuments(process.argv[2])) {
  const { kinds, types } = convert(document);
  for (const { group, version, kind, type, custom } of kinds) {
    const file = custom ? `${group}_${version}` : 'kubernetes';
    const lines = files.get(file) ?? { kinds: [], types: new Map() };
    files.set(file, lines);
    lines.kinds.push(
      `kind ${group ? `${group}/` : ''}${version} ${kind} ${type}`,
    );
    for (const [name, text] of types) {
      // The types of metadata are the same everywhere and kept once.
      if (!custom || !name.startsWith('meta.v1.')) lines.types.set(name, text);
    }
  }
}

for (const [file, { kinds, types }] of files) {
  const blocks = [...types]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, lines]) => lines.join('\n'));
  writeFileSync(
    join(target, `${file}.schema`),
    `${[[...new Set(kinds)].sort().join('\n'), ...blocks].join('\n\n')}\n`,
  );
}
