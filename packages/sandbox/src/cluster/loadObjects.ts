import type { ClusterState } from './ClusterState';
import { StatusError } from '../errors/StatusError';
import { addOnKinds } from '../kinds/addOnKinds';
import {
  apiVersionOf,
  KindDefinition,
  resourceKey,
  splitApiVersion,
} from '../kinds/KindDefinition';
import { guessedKind } from '../kinds/guessedKind';
import { isJsonObject, JsonObject, objectsIn } from '../objects/json';
import { KubernetesObject, ObjectInput } from '../objects/KubernetesObject';
import { newUid } from '../objects/names';
import { orderedMetadata } from '../registry/orderedMetadata';

/** What became of one object that was to be loaded. */
export interface LoadOutcome {
  /** The object as `Kind namespace/name`. */
  object: string;
  /** Why it was refused. */
  error?: string;
}

const WRITE = { manager: 'sandbox' };

/**
 * Loads documents, each an object or a list: manifests as clients would apply
 * them, recorded objects (with a uid) exactly as they were. Controllers wait
 * until all are there. Returns what became of the objects of each document.
 */
export function loadDocuments(
  cluster: ClusterState,
  documents: JsonObject[],
): LoadOutcome[][] {
  return cluster.whileControllersWait(() =>
    documents.map(document =>
      itemsOf(document).map(object => outcomeOf(cluster, object)),
    ),
  );
}

function outcomeOf(cluster: ClusterState, object: JsonObject): LoadOutcome {
  const named = describe(object);
  try {
    loadObject(cluster, object);
    return { object: named };
  } catch (error) {
    if (error instanceof StatusError || error instanceof TypeError) {
      return { object: named, error: error.message };
    }
    throw error;
  }
}

/** The objects of a list; lists of one kind leave it out of their items. */
function itemsOf(object: JsonObject): JsonObject[] {
  const { kind, apiVersion, items } = object;
  if (typeof kind !== 'string' || !kind.endsWith('List') || !items) {
    return [object];
  }
  const itemKind =
    kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -4) };
  return objectsIn(items).flatMap(item => itemsOf({ ...itemKind, ...item }));
}

function describe({ kind, metadata }: JsonObject): string {
  const { namespace, name } = isJsonObject(metadata) ? metadata : { name: '?' };
  return `${kind ?? 'object without kind'} ${
    namespace ? `${namespace}/` : ''
  }${name}`;
}

function loadObject(cluster: ClusterState, object: JsonObject): void {
  const kind = kindFor(cluster, object);
  const input = asInput(kind, object);
  if (input.metadata.uid) {
    restore(cluster, kind, input);
  } else {
    applyManifest(cluster, kind, input);
  }
}

function kindFor(cluster: ClusterState, object: JsonObject): KindDefinition {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    throw new TypeError('an object needs apiVersion and kind');
  }
  const { group, version } = splitApiVersion(apiVersion);
  const known = cluster.kinds.byName(group, version, kind);
  if (known) {
    return known;
  }
  for (const definition of addOnKinds) {
    if (definition.group === group) {
      cluster.kinds.add(definition);
    }
  }
  const added = cluster.kinds.byName(group, version, kind);
  if (added) {
    return added;
  }
  const guess = guessedKind(apiVersion, kind, object);
  cluster.kinds.add(guess);
  return guess;
}

function asInput(kind: KindDefinition, object: JsonObject): ObjectInput {
  if (!isJsonObject(object.metadata) || !object.metadata.name) {
    throw new TypeError('an object needs metadata.name');
  }
  const metadata = { ...object.metadata };
  if (kind.namespaced && !metadata.namespace) {
    metadata.namespace = 'default';
  }
  return {
    ...object,
    apiVersion: apiVersionOf(kind),
    kind: kind.kind,
    metadata,
  };
}

function restore(
  cluster: ClusterState,
  kind: KindDefinition,
  { apiVersion, metadata, kind: name, ...content }: ObjectInput,
): void {
  const present = cluster.registry.find(
    kind,
    metadata.namespace,
    metadata.name ?? '',
  );
  // A cluster is known by the uid of its kube-system namespace, which stays.
  const keepsIdentity = present && resourceKey(kind) === '/namespaces';
  const object: KubernetesObject = {
    kind: name,
    apiVersion,
    metadata: orderedMetadata({
      creationTimestamp: cluster.clock.timestamp(),
      ...metadata,
      name: metadata.name ?? '',
      uid: (keepsIdentity ? present.metadata.uid : metadata.uid) ?? newUid(),
      resourceVersion: '',
    }),
    ...content,
  };
  cluster.registry.restore(kind, object);
  cluster.held.add(object.metadata.uid);
}

function applyManifest(
  cluster: ClusterState,
  kind: KindDefinition,
  input: ObjectInput,
): void {
  const { registry } = cluster;
  const { namespace, name = '' } = input.metadata;
  const present = registry.find(kind, namespace, name);
  if (present) {
    registry.update(
      kind,
      namespace,
      name,
      ({ metadata }) => ({
        ...input,
        metadata: {
          ...input.metadata,
          resourceVersion: metadata.resourceVersion,
        },
      }),
      WRITE,
    );
  } else {
    registry.create(kind, namespace, input, WRITE);
  }
  if (input.status !== undefined && kind.subresources?.includes('status')) {
    registry.update(
      kind,
      namespace,
      name,
      current => ({ ...current, status: input.status }),
      { ...WRITE, subresource: 'status' },
    );
  }
}
