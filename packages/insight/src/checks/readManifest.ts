import { isNamespacedKind, kinds } from '../kinds';
import { Fields, fieldsAt, nameIn, text } from '../project/fields';
import { groupOf } from '../project/metadata';
import { project } from '../project/project';
import { KubernetesRecord } from '../record';

/** The objects of a manifest: itself, or what a list holds. */
export function manifestItems(
  manifest: unknown,
): { object: unknown; item?: number }[] {
  const { apiVersion, kind, items } = fieldsAt(manifest);
  return apiVersion === 'v1' && kind === 'List' && Array.isArray(items)
    ? items.map((object: unknown, item) => ({ object, item }))
    : [{ object: manifest }];
}

/** What a manifest calls itself, so far as it does. */
export function manifestHead(object: unknown): {
  kind?: string;
  name?: string;
} {
  const kind = nameIn(fieldsAt(object).kind);
  const name = nameIn(fieldsAt(object, 'metadata').name);
  return { ...(kind && { kind }), ...(name && { name }) };
}

const REASONS = new Map([
  [
    'Secret',
    'Secrets are not read, so that none of their values is ever kept.',
  ],
  [
    // https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller/
    'ReplicationController',
    'A ReplicationController is not judged, and nor are its pods. Write a Deployment, which has taken its place.',
  ],
]);

/**
 * The record of a manifest, or why there is none. What the API server would fill
 * in is filled in: the namespace, and a name where one is to be generated.
 */
export function readManifest(
  object: unknown,
  namespace: string,
): { record: KubernetesRecord } | { because: string } {
  const { apiVersion, kind: written } = fieldsAt(object);
  const kind = text(written);
  const version = text(apiVersion);
  if (!kind || !version) {
    return { because: 'It has no apiVersion and kind, so it is no manifest.' };
  }
  const known = kinds.find(
    candidate =>
      candidate.kind === kind && candidate.group === groupOf(version),
  );
  if (!known) {
    return {
      because:
        REASONS.get(kind) ??
        `No check is about the kind ${kind} of ${version}.`,
    };
  }
  const wanted = known.group
    ? `${known.group}/${known.version}`
    : known.version;
  if (version !== wanted) {
    return {
      because: `${kind} is read in the version ${wanted} and not in ${version}. Write it in that version.`,
    };
  }
  const projection = project(known.kind, completed(object, namespace));
  return projection
    ? { record: projection.record }
    : { because: 'It has no name (metadata.name) that is a text.' };
}

function completed(object: unknown, namespace: string): Fields {
  const fields = fieldsAt(object);
  const metadata = fieldsAt(object, 'metadata');
  const name = text(metadata.name) ?? text(metadata.generateName);
  const own = isNamespacedKind(String(fields.kind))
    ? { namespace: text(metadata.namespace) ?? namespace }
    : {};
  return { ...fields, metadata: { ...metadata, ...own, name } };
}
