import { required } from '../errors/fieldErrors';
import {
  alreadyExists,
  badRequest,
  internalError,
  invalid,
} from '../errors/refusals';
import { ownedFieldsAfterUpdate } from '../fields/ownedFieldsAfterUpdate';
import {
  apiVersionOf,
  KindDefinition,
  resourceKey,
} from '../kinds/KindDefinition';
import { cloneJson } from '../objects/json';
import {
  KubernetesObject,
  ObjectInput,
  ObjectMeta,
} from '../objects/KubernetesObject';
import { generatedName, newUid } from '../objects/names';
import { admitNamespace } from './admitNamespace';
import { admitQuota } from './admitQuota';
import { applyDefinedDefaults } from './applyDefinedDefaults';
import { nameErrors } from './nameRules';
import { objectKey } from './objectKey';
import { orderedMetadata } from './orderedMetadata';
import type { Registry } from './Registry';
import { validationErrors } from './validationErrors';
import { WriteOptions } from './WriteOptions';

/** Creates an object as a client's POST (or a first apply) does. */
export function createObject(
  registry: Registry,
  kind: KindDefinition,
  namespace: string | undefined,
  input: ObjectInput,
  options: WriteOptions,
): KubernetesObject {
  const behaviour = registry.behaviour(kind);
  const draft = draftOf(kind, namespace, input, registry.timestamp());
  const { name } = draft.metadata;

  if (kind.subresources?.includes('status')) {
    delete draft.status;
  }
  behaviour.applyDefaults?.(draft);
  applyDefinedDefaults(kind, draft);
  draft.metadata.managedFields =
    options.managedFields ??
    ownedFieldsAfterUpdate({
      kind,
      live: undefined,
      next: draft,
      options,
      time: registry.timestamp(),
    });
  admitNamespace(registry, kind, namespace, name);
  if (name === '') {
    throw invalid(kind, '', [
      required('metadata.name', 'name or generateName is required'),
    ]);
  }
  behaviour.prepareCreate?.(draft, registry);
  const errors = [
    ...nameErrors(name, behaviour.nameRule),
    ...validationErrors(kind, behaviour, draft),
  ];
  if (errors.length > 0) {
    throw invalid(kind, name, errors);
  }
  const key = objectKey(kind, namespace, name);
  const present = registry.store.get(resourceKey(kind), key);
  if (present) {
    throw alreadyExists(
      kind,
      name,
      Boolean(present.metadata.deletionTimestamp),
    );
  }
  admitQuota(registry, kind, draft);
  return options.dryRun
    ? withoutVersion(draft)
    : registry.store.put(resourceKey(kind), key, draft);
}

// What is not stored has no version.
function withoutVersion({ metadata, ...rest }: KubernetesObject) {
  const unstored: Partial<ObjectMeta> = { ...metadata };
  delete unstored.resourceVersion;
  const { kind, apiVersion, ...content } = rest;
  return {
    kind,
    apiVersion,
    metadata: unstored,
    ...content,
  } as KubernetesObject;
}

function draftOf(
  kind: KindDefinition,
  namespace: string | undefined,
  input: ObjectInput,
  now: string,
): KubernetesObject {
  const { apiVersion: _, kind: __, metadata, ...content } = cloneJson(input);
  if (metadata.resourceVersion) {
    throw internalError(
      'resourceVersion should not be set on objects to be created',
    );
  }
  if (
    kind.namespaced &&
    metadata.namespace &&
    metadata.namespace !== namespace
  ) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  const {
    deletionTimestamp: ___,
    deletionGracePeriodSeconds: ____,
    ...kept
  } = metadata;
  return {
    kind: kind.kind,
    apiVersion: apiVersionOf(kind),
    metadata: orderedMetadata({
      ...kept,
      name:
        metadata.name ||
        (metadata.generateName ? generatedName(metadata.generateName) : ''),
      namespace: kind.namespaced ? namespace : undefined,
      uid: newUid(),
      resourceVersion: '',
      generation: kind.generation ? 1 : undefined,
      creationTimestamp: now,
    }),
    ...content,
  };
}
