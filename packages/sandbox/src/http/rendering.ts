import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { presented } from '../kinds/conversions';
import { KubernetesObject } from '../objects/KubernetesObject';
import { tableOf } from '../tables/tableOf';
import { Representation } from './representation';

/** The metadata of a list answer. */
export interface ListMeta {
  resourceVersion: string;
  continue?: string;
  remainingItemCount?: number;
}

interface Rendering {
  kind: KindDefinition;
  representation: Representation;
  /** Milliseconds since 1970, for the ages in tables. */
  now: number;
  includeObject?: string | null;
}

/** One object in the form that was asked for. */
export function renderObject(
  object: KubernetesObject,
  { kind, representation, now, includeObject }: Rendering,
): unknown {
  switch (representation) {
    case 'table':
      return tableOf(kind, [object], {
        metadata: { resourceVersion: object.metadata.resourceVersion },
        now,
        includeObject,
      });
    case 'metadata':
      return partialMetadata(object);
    default:
      return presented(kind, object);
  }
}

/** The JSON of a list in the form that was asked for. */
export function renderList(
  objects: KubernetesObject[],
  metadata: ListMeta,
  { kind, representation, now, includeObject }: Rendering,
): string {
  switch (representation) {
    case 'table':
      return JSON.stringify(
        tableOf(kind, objects, { metadata, now, includeObject }),
      );
    case 'metadata':
      return JSON.stringify({
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: objects.map(partialMetadata),
      });
    default:
      return listJson(kind, objects, metadata);
  }
}

function partialMetadata({ metadata }: KubernetesObject) {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  };
}

function listJson(
  kind: KindDefinition,
  objects: KubernetesObject[],
  metadata: ListMeta,
): string {
  const items = objects.map(object => itemJson(kind, object)).join(',');
  const apiVersion = JSON.stringify(apiVersionOf(kind));
  const meta = JSON.stringify(metadata);
  // Lists of custom resources have their fields in another order.
  return kind.custom
    ? `{"apiVersion":${apiVersion},"items":[${items}],"kind":"${kind.kind}List","metadata":${meta}}`
    : `{"kind":"${kind.kind}List","apiVersion":${apiVersion},"metadata":${meta},"items":[${items}]}`;
}

const itemTexts = new WeakMap<KubernetesObject, string>();

// Stored objects never change, so their JSON is made once.
function itemJson(kind: KindDefinition, object: KubernetesObject): string {
  const view = presented(kind, object);
  const known = itemTexts.get(view);
  if (known !== undefined) {
    return known;
  }
  // Items of built-in kinds come without kind and apiVersion.
  const { kind: name, apiVersion, ...rest } = view;
  const text = JSON.stringify(
    kind.custom ? { apiVersion, kind: name, ...rest } : rest,
  );
  itemTexts.set(view, text);
  return text;
}
