import { ListMeta } from '../http/rendering';
import { KindDefinition, resourceKey } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import { presented } from '../kinds/conversions';
import { definitionDetails } from '../kinds/definitionDetails';
import { CUSTOM_COLUMNS, DEFAULT_COLUMNS, TableColumn } from './columns';
import { printerColumns } from './printerColumns';
import { tableColumns } from './tableColumns';

interface TableOptions {
  metadata: ListMeta;
  now: number;
  includeObject?: string | null;
}

/** Objects as the Table that kubectl prints. */
export function tableOf(
  kind: KindDefinition,
  objects: KubernetesObject[],
  { metadata, now, includeObject }: TableOptions,
) {
  const columns = columnsOf(kind);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(
      ({ name, type, format, description, priority }) => ({
        name,
        type,
        format: format ?? '',
        description,
        priority: priority ?? 0,
      }),
    ),
    rows: objects.map(object => ({
      cells: columns.map(({ cell }) => cell(object, now)),
      ...rowObject(kind, object, includeObject),
    })),
  };
}

function columnsOf(kind: KindDefinition): TableColumn[] {
  const { columns } = definitionDetails(kind);
  if (columns) {
    return printerColumns(columns);
  }
  return (
    tableColumns[resourceKey(kind)] ??
    (kind.custom ? CUSTOM_COLUMNS : DEFAULT_COLUMNS)
  );
}

function rowObject(
  kind: KindDefinition,
  object: KubernetesObject,
  includeObject: string | null | undefined,
) {
  switch (includeObject) {
    case 'None':
      return {};
    case 'Object':
      return { object: presented(kind, object) };
    default:
      return {
        object: {
          kind: 'PartialObjectMetadata',
          apiVersion: 'meta.k8s.io/v1',
          metadata: object.metadata,
        },
      };
  }
}
