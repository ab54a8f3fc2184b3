import { createHash } from 'node:crypto';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { KindRegistry } from '../kinds/KindRegistry';
import { JsonObject } from '../objects/json';
import { schemaOf } from '../schema/kindSchemas';
import { SchemaComponents } from './SchemaComponents';
import { DEFAULT_VERSION } from './serverVersion';

const ROOT = '/openapi/v3';

/** The index of OpenAPI documents: one for each group and version. */
export function openApiIndex(kinds: KindRegistry) {
  const folders = new Set(kinds.all().map(folderOf));
  return {
    paths: Object.fromEntries(
      [...folders].map(folder => {
        const document = openApiDocument(kinds, `${ROOT}/${folder}`);
        const hash = createHash('sha512')
          .update(JSON.stringify(document))
          .digest('hex')
          .toUpperCase();
        return [
          folder,
          { serverRelativeURL: `${ROOT}/${folder}?hash=${hash}` },
        ];
      }),
    ),
  };
}

/**
 * The OpenAPI document at a path: the kinds with their schemas and what a
 * client may do with them. Undefined where the path is none.
 */
export function openApiDocument(
  kinds: KindRegistry,
  path: string,
): JsonObject | undefined {
  const served = kinds
    .all()
    .filter(kind => `${ROOT}/${folderOf(kind)}` === path);
  if (served.length === 0) {
    return undefined;
  }
  const components = new SchemaComponents();
  const paths = Object.assign({}, ...served.map(pathsOf));
  for (const kind of served) {
    components.addKind(kind, schemaOf(kind));
  }
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: DEFAULT_VERSION },
    paths,
    components: { schemas: components.schemas },
  };
}

function folderOf(kind: KindDefinition): string {
  return `${kind.group ? 'apis' : 'api'}/${apiVersionOf(kind)}`;
}

function pathsOf(kind: KindDefinition): JsonObject {
  const scope = kind.namespaced ? 'namespaces/{namespace}/' : '';
  const collection = `/${folderOf(kind)}/${scope}${kind.plural}`;
  const may = (verb: string) => kind.verbs.includes(verb);
  return {
    [collection]: {
      ...(may('list') && { get: operation(kind, 'list') }),
      ...(may('create') && { post: operation(kind, 'post') }),
    },
    ...(may('get') && {
      [`${collection}/{name}`]: {
        get: operation(kind, 'get'),
        put: operation(kind, 'put'),
        patch: operation(kind, 'patch'),
        delete: operation(kind, 'delete'),
      },
    }),
  };
}

const WRITE_PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation'];

function operation(kind: KindDefinition, action: string): JsonObject {
  const names = [
    ...(['post', 'put', 'patch'].includes(action) ? WRITE_PARAMETERS : []),
    ...(action === 'patch' ? ['force'] : []),
  ];
  const { group, version } = kind;
  return {
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': { group, version, kind: kind.kind },
    parameters: names.map(name => ({
      name,
      in: 'query',
      schema: {
        type: name === 'force' ? 'boolean' : 'string',
        uniqueItems: true,
      },
    })),
    responses: { '200': { description: 'OK' } },
  };
}
