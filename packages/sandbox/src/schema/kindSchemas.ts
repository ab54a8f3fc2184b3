import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { definitionDetails } from '../kinds/definitionDetails';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { KindSchemas, parseSchemas } from './parseSchemas';
import { SchemaNode, UNTYPED } from './SchemaNode';

const FOLDER = join(
  dirname(require.resolve('@backstage-aks/sandbox/package.json')),
  'schemas',
);

// The types of built-in kinds, and those of metadata that all kinds share.
const BUILT_IN = 'kubernetes.schema';

const loaded = new Map<string, KindSchemas>();

/** The schema of a kind, or undefined where the sandbox has none. */
export function schemaOf(
  kind: Pick<KindDefinition, 'group' | 'version' | 'kind' | 'custom'>,
): SchemaNode | undefined {
  const { schema } = definitionDetails(kind);
  if (schema) {
    return schema;
  }
  const file = kind.custom ? `${kind.group}_${kind.version}.schema` : BUILT_IN;
  return schemasIn(file).get(`${apiVersionOf(kind)} ${kind.kind}`);
}

function schemasIn(file: string): KindSchemas {
  let schemas = loaded.get(file);
  if (!schemas) {
    const files = readdirSync(FOLDER).includes(file)
      ? [...new Set([BUILT_IN, file])]
      : [];
    schemas = parseSchemas(
      files.map(name => readFileSync(join(FOLDER, name), 'utf8')),
    );
    loaded.set(file, schemas);
  }
  return schemas;
}

/** The schema of the metadata that all kinds have. */
export function metadataSchema(): SchemaNode {
  const configMap = schemasIn(BUILT_IN).get('v1 ConfigMap');
  return configMap?.struct?.fields.get('metadata') ?? UNTYPED;
}
