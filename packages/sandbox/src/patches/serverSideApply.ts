import { appliedFields } from '../fields/appliedFields';
import { compareFields } from '../fields/compareFields';
import {
  FieldOwner,
  readOwners,
  sameOwner,
  writeOwners,
} from '../fields/FieldOwners';
import { FieldSet } from '../fields/FieldSet';
import { ownable } from '../fields/unownedFields';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { isJsonObject, JsonObject } from '../objects/json';
import {
  KubernetesObject,
  ManagedFieldsEntry,
  ObjectInput,
} from '../objects/KubernetesObject';
import type { Registry } from '../registry/Registry';
import { WriteOptions } from '../registry/WriteOptions';
import { schemaOf } from '../schema/kindSchemas';
import { SchemaNode, UNTYPED } from '../schema/SchemaNode';
import { applyConflict } from './applyConflict';
import { checkedConfiguration } from './checkedConfiguration';
import { mergeConfiguration } from './mergeConfiguration';
import { removeFields } from './removeFields';

interface Apply {
  kind: KindDefinition;
  namespace: string | undefined;
  name: string;
  patch: unknown;
  force: boolean;
  options: WriteOptions;
}

/**
 * Applies a configuration: what it names is set and owned, what it no longer
 * names is removed unless somebody else owns it.
 *
 * @throws StatusError 409 where others own what would change
 */
export function applyServerSide(
  registry: Registry,
  apply: Apply,
): { object: KubernetesObject; created: boolean } {
  const { kind, namespace, name, options } = apply;
  const schema = schemaOf(kind) ?? UNTYPED;
  const config = checkedConfiguration(apply, schema);
  const live = registry.find(kind, namespace, name);
  if (!live) {
    const managedFields = ownersAfter(undefined, {
      apply,
      claimed: ownable(appliedFields(schema, config)),
      taken: new FieldSet(),
      time: registry.timestamp(),
    });
    const object = registry.create(kind, namespace, asInput(kind, config), {
      ...options,
      managedFields,
    });
    return { object, created: true };
  }
  const { merged, managedFields } = mergedObject(live, {
    apply,
    schema,
    config,
    time: registry.timestamp(),
  });
  const object = registry.update(
    kind,
    namespace,
    name,
    () => asInput(kind, merged),
    { ...options, managedFields },
  );
  return { object, created: false };
}

interface Merge {
  apply: Apply;
  schema: SchemaNode;
  config: JsonObject;
  time: string;
}

function mergedObject(live: KubernetesObject, merge: Merge) {
  const { apply, schema, config, time } = merge;
  const self = ownerEntry(apply);
  const owners = readOwners(live.metadata.managedFields);
  const before = owners.find(({ entry }) => sameOwner(entry, self));
  const others = owners.filter(owner => owner !== before);
  const claimed = ownable(appliedFields(schema, config));
  const ofOthers = others.reduce(
    (set, { fields }) => set.union(fields),
    new FieldSet(),
  );
  const abandoned = (before?.fields ?? new FieldSet())
    .difference(claimed)
    .difference(ofOthers);
  const merged = removeFields(
    schema,
    mergeConfiguration(schema, live, config),
    abandoned,
  );
  const { added, modified } = compareFields(schema, live, merged);
  const changed = ownable(added.union(modified));
  const conflicts = others
    .map(owner => ({ owner, fields: owner.fields.intersection(changed) }))
    .filter(({ fields }) => !fields.isEmpty());
  if (conflicts.length > 0 && !apply.force) {
    throw applyConflict(conflicts);
  }
  return {
    merged: isJsonObject(merged) ? merged : {},
    managedFields: ownersAfter(live, {
      apply,
      claimed,
      taken: changed,
      time,
    }),
  };
}

interface Ownership {
  apply: Apply;
  claimed: FieldSet;
  /** What others lose. */
  taken: FieldSet;
  time: string;
}

function ownersAfter(
  live: KubernetesObject | undefined,
  { apply, claimed, taken, time }: Ownership,
): ManagedFieldsEntry[] | undefined {
  const self = ownerEntry(apply);
  const owners = readOwners(live?.metadata.managedFields);
  const before = owners.find(({ entry }) => sameOwner(entry, self));
  const others = owners
    .filter(owner => owner !== before)
    .map(({ entry, fields }) => ({ entry, fields: fields.difference(taken) }));
  const unchanged = before?.fields.equals(claimed) && taken.isEmpty();
  return writeOwners([
    ...others,
    {
      entry: { ...self, time: unchanged ? before?.entry.time : time },
      fields: claimed,
    },
  ]);
}

function ownerEntry({ kind, options }: Apply): FieldOwner['entry'] {
  return {
    manager: options.manager,
    operation: 'Apply',
    apiVersion: apiVersionOf(kind),
    ...(options.subresource && { subresource: options.subresource }),
  };
}

function asInput(kind: KindDefinition, object: JsonObject): ObjectInput {
  const { metadata } = object;
  return {
    ...object,
    apiVersion: apiVersionOf(kind),
    kind: kind.kind,
    metadata: isJsonObject(metadata) ? metadata : {},
  };
}
