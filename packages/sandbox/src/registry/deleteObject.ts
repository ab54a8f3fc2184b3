import { conflict } from '../errors/refusals';
import { KindDefinition, resourceKey } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import { KindBehaviour } from './KindBehaviour';
import { objectKey } from './objectKey';
import { orderedMetadata } from './orderedMetadata';
import type { Registry } from './Registry';
import { DeleteOptions } from './WriteOptions';

/** What became of a wish to delete. */
export interface Deletion {
  object: KubernetesObject;
  /** False while a finalizer or a grace period keeps the object. */
  gone: boolean;
}

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

/** Deletes an object, or marks it where something must happen before. */
export function deleteObject(
  registry: Registry,
  kind: KindDefinition,
  namespace: string | undefined,
  name: string,
  options: DeleteOptions,
): Deletion {
  const current = registry.get(kind, namespace, name);
  const behaviour = registry.behaviour(kind);
  checkPreconditions(kind, current, options);
  if (isPending(current, options)) {
    return { object: current, gone: false };
  }

  const finalizers = finalizersFor(current, behaviour, options);
  const grace = behaviour.gracePeriod?.(current, options.gracePeriodSeconds);
  const held = behaviour.whileTerminating?.(current);
  const waits = finalizers.length > 0 || (grace ?? 0) > 0 || held !== undefined;
  const resource = resourceKey(kind);
  const key = objectKey(kind, namespace, name);

  let object = current;
  if (waits || grace !== undefined) {
    object = marked(registry, held ?? current, finalizers, grace ?? 0);
    const changed =
      !current.metadata.deletionTimestamp ||
      finalizers.length !== (current.metadata.finalizers ?? []).length ||
      (grace ?? 0) < (current.metadata.deletionGracePeriodSeconds ?? 0);
    if (!options.dryRun && changed) {
      object = registry.store.put(resource, key, object);
    }
  }
  if (waits) {
    return { object, gone: false };
  }
  if (options.dryRun) {
    return { object, gone: true };
  }
  return { object: registry.store.delete(resource, key) ?? object, gone: true };
}

/** Whether an object goes as soon already as is wished, or sooner. */
function isPending(
  { metadata }: KubernetesObject,
  { gracePeriodSeconds = Infinity }: DeleteOptions,
): boolean {
  const left = metadata.deletionGracePeriodSeconds ?? 0;
  return (
    metadata.deletionTimestamp !== undefined &&
    left > 0 &&
    gracePeriodSeconds >= left
  );
}

function marked(
  registry: Registry,
  current: KubernetesObject,
  finalizers: string[],
  grace: number,
): KubernetesObject {
  const { metadata } = current;
  const deleteAt = new Date(registry.clock.now() + grace * 1000);
  const first = metadata.deletionTimestamp === undefined;
  return {
    ...current,
    metadata: orderedMetadata({
      ...metadata,
      finalizers,
      deletionTimestamp:
        first || grace < (metadata.deletionGracePeriodSeconds ?? 0)
          ? `${deleteAt.toISOString().slice(0, 19)}Z`
          : metadata.deletionTimestamp,
      deletionGracePeriodSeconds: first
        ? grace
        : Math.min(grace, metadata.deletionGracePeriodSeconds ?? 0),
      // The wish to delete counts as a change of the desired state.
      generation:
        first && metadata.generation
          ? metadata.generation + 1
          : metadata.generation,
    }),
  };
}

function finalizersFor(
  current: KubernetesObject,
  behaviour: KindBehaviour,
  { propagationPolicy }: DeleteOptions,
): string[] {
  const present = current.metadata.finalizers ?? [];
  const others = present.filter(
    finalizer => finalizer !== FOREGROUND && finalizer !== ORPHAN,
  );
  const policy =
    propagationPolicy ?? (behaviour.orphansByDefault ? 'Orphan' : undefined);
  switch (policy) {
    case 'Foreground':
      return [...others, FOREGROUND];
    case 'Orphan':
      return [...others, ORPHAN];
    case 'Background':
      return others;
    default:
      return present;
  }
}

function checkPreconditions(
  kind: KindDefinition,
  current: KubernetesObject,
  { preconditions }: DeleteOptions,
): void {
  const { name, uid, resourceVersion } = current.metadata;
  if (preconditions?.uid && preconditions.uid !== uid) {
    throw conflict(
      kind,
      name,
      `the UID in the precondition (${preconditions.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  }
  if (
    preconditions?.resourceVersion &&
    preconditions.resourceVersion !== resourceVersion
  ) {
    throw conflict(
      kind,
      name,
      `the ResourceVersion in the precondition (${preconditions.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  }
}
