import { Edge } from '../edge';
import { isNamespacedKind, kindName } from '../kinds';
import { ObjectRef, RecordBase } from '../records/base';
import {
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  namesIn,
  text,
  textMap,
  time,
} from './fields';
import { managerOf } from './manager';

/**
 * What every record carries, or undefined for an object that cannot be named.
 */
export function metadataOf<Kind extends string>(
  kind: Kind,
  object: unknown,
  namespaced = isNamespaced(kind),
): RecordBase<Kind> | undefined {
  const metadata = fieldsAt(object, 'metadata');
  const name = shortText(metadata.name);
  const namespace = namespaced ? shortText(metadata.namespace) : '';
  if (name === undefined || namespace === undefined) {
    return undefined;
  }
  const createdAt = time(metadata.creationTimestamp);
  const deletedAt = time(metadata.deletionTimestamp);
  const finalizers = deletedAt ? namesIn(metadata.finalizers) : [];
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
    ...(finalizers.length > 0 && { finalizers }),
    ...(owner && { owner }),
    ...(manager && { manager }),
  };
}

// The API server takes no longer name; cut, it would be another object's.
function shortText(value: unknown): string | undefined {
  const written = text(value);
  return written && written.length <= 253 ? written : undefined;
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
  const kind = nameIn(reference?.kind);
  const name = nameIn(reference?.name);
  const group = groupOf(reference?.apiVersion);
  if (!kind || !name || (group !== '' && !nameIn(group))) {
    return undefined;
  }
  const called = kindName(group, kind);
  return {
    kind: called,
    namespace: isNamespaced(called) ? namespace : '',
    name,
  };
}

/** The group in an `apiVersion`; empty for the core group. */
export function groupOf(apiVersion: unknown): string {
  const written = text(apiVersion) ?? '';
  return written.includes('/') ? written.split('/')[0] : '';
}

// A namespaced object's owner is in its namespace or cluster-scoped. Of kinds
// that are not projected, owners in the namespace are by far the most.
function isNamespaced(kind: string): boolean {
  return isNamespacedKind(kind) ?? true;
}
