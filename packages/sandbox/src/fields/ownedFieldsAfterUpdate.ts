import { behaviourOf } from '../behaviours/behaviourOf';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import {
  KubernetesObject,
  ManagedFieldsEntry,
} from '../objects/KubernetesObject';
import { WriteOptions } from '../registry/WriteOptions';
import { schemaOf } from '../schema/kindSchemas';
import { UNTYPED } from '../schema/SchemaNode';
import { compareFields } from './compareFields';
import { FieldOwner, readOwners, sameOwner, writeOwners } from './FieldOwners';
import { FieldSet } from './FieldSet';
import { ownable } from './unownedFields';

interface Update {
  kind: KindDefinition;
  /** The object before; absent for a new one. */
  live: KubernetesObject | undefined;
  next: KubernetesObject;
  options: WriteOptions;
  /** RFC 3339 */
  time: string;
}

/** Who owns what once a create, replace or patch is done. */
export function ownedFieldsAfterUpdate({
  kind,
  live,
  next,
  options,
  time,
}: Update): ManagedFieldsEntry[] | undefined {
  const { added, modified, removed } = compareFields(
    schemaOf(kind) ?? UNTYPED,
    live ?? emptyObject(kind),
    next,
  );
  const changed = ownable(added.union(modified));
  const self: FieldOwner['entry'] = {
    manager: options.manager,
    operation: 'Update',
    apiVersion: apiVersionOf(kind),
    ...(options.subresource && { subresource: options.subresource }),
  };
  if (live && changed.isEmpty() && removed.isEmpty()) {
    return live.metadata.managedFields;
  }
  const owners = readOwners(live?.metadata.managedFields);
  const before = owners.find(({ entry }) => sameOwner(entry, self));
  const others = owners
    .filter(owner => owner !== before)
    .map(({ entry, fields }) => ({
      entry,
      fields: fields.difference(changed).difference(removed),
    }));
  const fields = (before?.fields ?? new FieldSet())
    .difference(removed)
    .union(changed);
  const same = before?.fields.equals(fields);
  return writeOwners([
    ...others,
    {
      entry: {
        ...self,
        time: same ? before?.entry.time : timeOf(options, time),
      },
      fields,
    },
  ]);
}

/** What the server's empty object of a kind contains. */
function emptyObject(kind: KindDefinition) {
  return { apiVersion: '', kind: '', metadata: {}, ...behaviourOf(kind).zero };
}

// Ownership through the scale subresource carries no time (apiserver 1.36).
function timeOf({ subresource }: WriteOptions, time: string) {
  return subresource === 'scale' ? undefined : time;
}
