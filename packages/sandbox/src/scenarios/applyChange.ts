import { SandboxCluster } from '../cluster/SandboxCluster';
import { sameJson } from '../objects/equality';
import { cloneJson } from '../objects/json';
import { KubernetesObject, ObjectInput } from '../objects/KubernetesObject';
import { Change, Target } from './Scenario';

/** Takes back one change. */
export type Undo = () => void;

/**
 * Makes a change of a scenario; returns what takes it back. What others
 * changed meanwhile in labels and annotations stays, the content becomes as
 * it was.
 *
 * @throws Error if the object is not there
 */
export function applyChange(cluster: SandboxCluster, change: Change): Undo {
  const { objects } = cluster;
  const { kind, namespace, name } = change.target;
  if (change.type === 'create') {
    objects.create(cloneJson(change.object));
    return () => removeIfThere(cluster, change.target);
  }
  const before = existing(cluster, change.target);
  switch (change.type) {
    case 'delete':
      objects.delete(kind, namespace, name);
      return () => restore(cluster, before);
    case 'recreate': {
      objects.delete(kind, namespace, name);
      const anew = objects.create(manifestOf(before));
      objects.patch(kind, namespace, anew.metadata.name, change.patch);
      return () => {
        removeIfThere(cluster, change.target);
        restore(cluster, before);
      };
    }
    default: {
      const after = objects.patch(kind, namespace, name, change.patch);
      return () => restore(cluster, before, after);
    }
  }
}

function removeIfThere(
  { objects }: SandboxCluster,
  { kind, namespace, name }: Target,
): void {
  if (objects.get(kind, namespace, name)) {
    objects.delete(kind, namespace, name);
  }
}

function existing(
  { name: cluster, objects }: SandboxCluster,
  { kind, namespace, name }: Target,
): KubernetesObject {
  const found = objects.get(kind, namespace, name);
  if (!found) {
    throw new Error(
      `cluster ${cluster} has no ${kind} ${
        namespace ? `${namespace}/` : ''
      }${name}; is it seeded with the world healthy or demo?`,
    );
  }
  return cloneJson(found);
}

/** Writes an object as it was; `after` is what the scenario made of it. */
function restore(
  { objects }: SandboxCluster,
  before: KubernetesObject,
  after: KubernetesObject = before,
): void {
  const { namespace, name } = before.metadata;
  if (objects.get(before.kind, namespace, name)) {
    objects.update(before.kind, namespace, name, current =>
      restored(current, before, after),
    );
  } else {
    objects.create(manifestOf(before));
  }
}

/** An object as somebody would apply it. */
function manifestOf({
  apiVersion,
  kind,
  metadata: { name, namespace, labels, annotations },
  status: _,
  ...content
}: KubernetesObject): ObjectInput {
  return {
    apiVersion,
    kind,
    metadata: cloneJson({ name, namespace, labels, annotations }),
    ...cloneJson(content),
  };
}

function restored(
  { apiVersion, kind, metadata }: KubernetesObject,
  before: KubernetesObject,
  after: KubernetesObject,
): ObjectInput {
  const {
    apiVersion: _,
    kind: __,
    metadata: was,
    status: ___,
    ...content
  } = cloneJson(before);
  return {
    apiVersion,
    kind,
    metadata: {
      ...metadata,
      labels: restoredMap(metadata.labels, was.labels, after.metadata.labels),
      annotations: restoredMap(
        metadata.annotations,
        was.annotations,
        after.metadata.annotations,
      ),
    },
    ...content,
  };
}

type Texts = Record<string, string> | undefined;

/** The map with the keys that the change touched as they were. */
function restoredMap(
  current: Texts,
  before: Texts = {},
  after: Texts = {},
): Texts {
  const touched = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ].filter(key => !sameJson(before[key], after[key]));
  const result = { ...current };
  for (const key of touched) {
    if (before[key] === undefined) {
      delete result[key];
    } else {
      result[key] = before[key];
    }
  }
  return Object.keys(result).length > 0 ? result : undefined;
}
