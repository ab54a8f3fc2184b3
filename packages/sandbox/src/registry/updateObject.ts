import { conflict, invalid } from '../errors/refusals';
import { invalidValue } from '../errors/fieldErrors';
import { ownedFieldsAfterUpdate } from '../fields/ownedFieldsAfterUpdate';
import {
  apiVersionOf,
  KindDefinition,
  resourceKey,
} from '../kinds/KindDefinition';
import { sameJson } from '../objects/equality';
import { cloneJson } from '../objects/json';
import { KubernetesObject, ObjectInput } from '../objects/KubernetesObject';
import { metadataUpdateErrors } from './metadataRules';
import { applyDefinedDefaults } from './applyDefinedDefaults';
import { objectKey } from './objectKey';
import { orderedMetadata } from './orderedMetadata';
import type { Registry } from './Registry';
import { statusErrors, validationErrors } from './validationErrors';
import { WriteOptions } from './WriteOptions';

/**
 * Changes an object as a client's PUT or PATCH does. The change must leave the
 * object that it is given as it is.
 */
export function updateObject(
  registry: Registry,
  kind: KindDefinition,
  namespace: string | undefined,
  name: string,
  change: (current: KubernetesObject) => ObjectInput,
  options: WriteOptions,
): KubernetesObject {
  const behaviour = registry.behaviour(kind);
  const current = registry.get(kind, namespace, name);
  const wanted = change(current);
  checkPreconditions(kind, current, wanted);
  if (!options.managedFields && sameJson(wanted, current)) {
    return current;
  }
  const next = merged(kind, current, wanted, options);
  if (!isPart(options)) {
    behaviour.applyDefaults?.(next);
  }
  applyDefinedDefaults(kind, next);
  next.metadata.managedFields =
    options.managedFields ??
    ownedFieldsAfterUpdate({
      kind,
      live: current,
      next,
      options,
      time: registry.timestamp(),
    });
  if (!options.subresource) {
    behaviour.prepareUpdate?.(next, current, registry);
  }
  const wantsOther =
    contentChanged(kind, current, next) ||
    (behaviour.annotationsAreWanted &&
      !options.subresource &&
      !sameJson(
        current.metadata.annotations ?? {},
        next.metadata.annotations ?? {},
      ));
  if (kind.generation && wantsOther) {
    next.metadata.generation = (current.metadata.generation ?? 0) + 1;
  }
  next.metadata = orderedMetadata(next.metadata);
  if (onlyTimesOfManagersDiffer(current, next)) {
    return current;
  }
  const errors = [
    ...metadataUpdateErrors(next.metadata, current.metadata),
    ...(isPart(options)
      ? statusErrors(kind, next)
      : [
          ...validationErrors(kind, behaviour, next),
          ...(behaviour.validateUpdate?.(next, current) ?? []),
        ]),
  ];
  if (errors.length > 0) {
    throw invalid(kind, name, errors);
  }
  return options.dryRun ? next : stored(registry, kind, next);
}

/** Whether only the status is written. */
function isPart({ subresource }: WriteOptions): boolean {
  return subresource === 'status' || subresource === 'approval';
}

function stored(
  registry: Registry,
  kind: KindDefinition,
  next: KubernetesObject,
): KubernetesObject {
  const resource = resourceKey(kind);
  const key = objectKey(kind, next.metadata.namespace, next.metadata.name);
  // An object that waited for its last finalizer goes with this update.
  if (
    next.metadata.deletionTimestamp &&
    !next.metadata.finalizers?.length &&
    (next.metadata.deletionGracePeriodSeconds ?? 0) === 0
  ) {
    registry.store.delete(resource, key);
    // The client is shown what it sent, at the version that it knew.
    return next;
  }
  return registry.store.put(resource, key, next);
}

function checkPreconditions(
  kind: KindDefinition,
  current: KubernetesObject,
  wanted: ObjectInput,
): void {
  const { uid, resourceVersion } = wanted.metadata;
  const { name } = current.metadata;
  if (uid && uid !== current.metadata.uid) {
    throw conflict(
      kind,
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== current.metadata.resourceVersion) {
    throw conflict(kind, name);
  }
  if (!resourceVersion && kind.custom) {
    throw invalid(kind, name, [
      {
        ...invalidValue('metadata.resourceVersion', 0, ''),
        message: 'Invalid value: 0x0: must be specified for an update',
      },
    ]);
  }
}

function merged(
  kind: KindDefinition,
  current: KubernetesObject,
  wanted: ObjectInput,
  options: WriteOptions,
): KubernetesObject {
  const { apiVersion: _, kind: __, metadata, ...content } = wanted;
  const identity = {
    name: current.metadata.name,
    generateName: current.metadata.generateName,
    namespace: current.metadata.namespace,
    uid: current.metadata.uid,
    resourceVersion: current.metadata.resourceVersion,
    generation: current.metadata.generation,
    creationTimestamp: current.metadata.creationTimestamp,
    deletionTimestamp: current.metadata.deletionTimestamp,
    deletionGracePeriodSeconds: current.metadata.deletionGracePeriodSeconds,
    managedFields: current.metadata.managedFields,
  };
  const head = { kind: kind.kind, apiVersion: apiVersionOf(kind) };
  if (isPart(options)) {
    // Built-in kinds let a status writer change annotations, but not labels.
    const kept = kind.custom
      ? current.metadata
      : {
          ...metadata,
          labels: current.metadata.labels,
          ...identity,
        };
    return {
      ...current,
      ...head,
      metadata: { ...kept },
      status: content.status,
    };
  }
  // Defaults are filled in in place, so what is stored must not be shared.
  return {
    ...head,
    metadata: { ...metadata, ...identity },
    ...cloneJson(content),
    ...(kind.subresources?.includes('status') && { status: current.status }),
  };
}

function contentChanged(
  kind: KindDefinition,
  current: KubernetesObject,
  next: KubernetesObject,
): boolean {
  return !sameJson(contentOf(kind, current), contentOf(kind, next));
}

function contentOf(kind: KindDefinition, object: KubernetesObject) {
  const { apiVersion: _, kind: __, metadata: ___, status, ...content } = object;
  return kind.subresources?.includes('status')
    ? content
    : { ...content, status };
}

function onlyTimesOfManagersDiffer(
  current: KubernetesObject,
  next: KubernetesObject,
): boolean {
  const timeless = (object: KubernetesObject) => ({
    ...object,
    apiVersion: '',
    metadata: {
      ...object.metadata,
      managedFields: object.metadata.managedFields?.map(entry => ({
        ...entry,
        time: undefined,
      })),
    },
  });
  return sameJson(timeless(current), timeless(next));
}
