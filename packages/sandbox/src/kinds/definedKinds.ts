import { isJsonObject, JsonObject, objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { metadataSchema } from '../schema/kindSchemas';
import { FieldSchema, SchemaNode } from '../schema/SchemaNode';
import { structuralSchema } from '../schema/structuralSchema';
import {
  DefinitionDetails,
  PrinterColumn,
  setDefinitionDetails,
} from './definitionDetails';
import { KindDefinition } from './KindDefinition';
import { customKindsOf } from './kindRows';

/** The kinds that a CustomResourceDefinition serves, one for each version. */
export function definedKinds(definition: KubernetesObject): KindDefinition[] {
  const text = (path: string) => String(valueAt(definition, path) ?? '');
  const list = (path: string) => {
    const value = valueAt(definition, path);
    return Array.isArray(value) ? value.map(String) : undefined;
  };
  return objectsIn(valueAt(definition, 'spec.versions'))
    .filter(({ served }) => served !== false)
    .flatMap(version => {
      const kinds = customKindsOf(text('spec.group'), String(version.name), [
        [
          text('spec.names.kind'),
          text('spec.names.plural'),
          {
            singular:
              text('spec.names.singular') ||
              text('spec.names.kind').toLowerCase(),
            ...(text('spec.scope') === 'Cluster' && { scope: 'Cluster' }),
            shortNames: list('spec.names.shortNames'),
            categories: list('spec.names.categories'),
            subresources: subresourcesOf(version),
          },
        ],
      ]);
      kinds.forEach(kind =>
        setDefinitionDetails(kind, detailsOf(kind, version)),
      );
      return kinds;
    });
}

function detailsOf(
  kind: KindDefinition,
  version: JsonObject,
): DefinitionDetails {
  const columns = objectsIn(version.additionalPrinterColumns);
  const scale = valueAt(version, 'subresources.scale');
  const selectable = objectsIn(version.selectableFields);
  const path = (field: string) =>
    String(valueAt(scale, field) ?? '').replace(/^\./, '');
  return {
    schema: schemaOf(kind, valueAt(version, 'schema.openAPIV3Schema')),
    ...(columns.length > 0 && {
      columns: columns as unknown as PrinterColumn[],
    }),
    ...(scale !== undefined && {
      scale: {
        replicas: path('specReplicasPath'),
        statusReplicas: path('statusReplicasPath'),
        ...(path('labelSelectorPath') && {
          selector: path('labelSelectorPath'),
        }),
      },
    }),
    selectable: selectable.map(({ jsonPath }) =>
      String(jsonPath).replace(/^\./, ''),
    ),
  };
}

// Every object has an envelope, whether its schema mentions it or not.
function schemaOf(
  { group, version, kind }: KindDefinition,
  schema: unknown,
): SchemaNode | undefined {
  if (!isJsonObject(schema)) {
    return undefined;
  }
  const name = [...group.split('.').reverse(), version, kind].join('.');
  const node = structuralSchema(name, schema);
  if (!node.struct) {
    return undefined;
  }
  const text = { shape: 'scalar', scalar: 'string', required: false } as const;
  const fields = new Map([
    ...node.struct.fields,
    ['apiVersion', text],
    ['kind', text],
    ['metadata', { ...metadataSchema(), required: false }],
  ] as [string, FieldSchema][]);
  return { ...node, struct: { name, fields } };
}

function subresourcesOf(version: Record<string, unknown>) {
  return (['status', 'scale'] as const).filter(
    name => valueAt(version, `subresources.${name}`) !== undefined,
  );
}
