import { Edge } from '../edge';
import { kinds } from '../kinds';
import { ObjectRef, RecordBase, RecordKind } from '../record';
import { Fields, fieldsAt, fieldsIn, text, textMap, time } from './fields';
import { managerOf } from './manager';

/**
 * What every record carries, or undefined for an object that cannot be named.
 */
export function metadataOf<Kind extends RecordKind>(
  kind: Kind,
  object: unknown,
): RecordBase<Kind> | undefined {
  const metadata = fieldsAt(object, 'metadata');
  const name = text(metadata.name);
  const namespace = isNamespaced(kind) ? text(metadata.namespace) : '';
  if (name === undefined || namespace === undefined) {
    return undefined;
  }
  const createdAt = time(metadata.creationTimestamp);
  const deletedAt = time(metadata.deletionTimestamp);
  const owner = controllerOf(metadata, namespace);
  const manager = managerOf({ kind, name }, metadata);
  return {
    kind,
    namespace,
    name,
    uid: text(metadata.uid) ?? '',
    labels: textMap(metadata.labels),
    ...(createdAt && { createdAt }),
    ...(deletedAt && { deletedAt }),
    ...(owner && { owner }),
    ...(manager && { manager }),
  };
}

/** The edge from a record to its controlling owner, where it has one. */
export function ownerEdges(record: { owner?: ObjectRef }): Edge[] {
  return record.owner ? [{ relation: 'owned-by', to: record.owner }] : [];
}

function controllerOf(
  metadata: Fields,
  namespace: string,
): ObjectRef | undefined {
  const reference = fieldsIn(metadata.ownerReferences).find(
    entry => entry.controller === true,
  );
  const kind = text(reference?.kind);
  const name = text(reference?.name);
  if (kind === undefined || name === undefined) {
    return undefined;
  }
  return {
    kind: ownKindName(kind, text(reference?.apiVersion) ?? ''),
    namespace: isNamespaced(kind) ? namespace : '',
    name,
  };
}

/**
 * A Service of Knative is not a Service: a kind that bears the name of one of
 * ours but is of another group gets the group behind its name.
 */
function ownKindName(kind: string, apiVersion: string): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const ours = kinds.find(descriptor => descriptor.kind === kind);
  return ours && ours.group !== group ? `${kind}.${group}` : kind;
}

// A namespaced object's owner is in its namespace or cluster-scoped; of the
// latter only nodes (of mirror pods) are met besides our own kinds.
function isNamespaced(kind: string): boolean {
  return (
    kinds.find(descriptor => descriptor.kind === kind)?.namespaced ??
    kind !== 'Node'
  );
}
