import { ManagedFieldsEntry } from '../objects/KubernetesObject';
import { FieldSet } from './FieldSet';

/** A manager with the fields it owns. */
export interface FieldOwner {
  entry: Omit<ManagedFieldsEntry, 'fieldsV1' | 'fieldsType'>;
  fields: FieldSet;
}

/** Reads who owns what from an object's `managedFields`. */
export function readOwners(
  entries: readonly ManagedFieldsEntry[] | undefined,
): FieldOwner[] {
  return (entries ?? []).map(({ fieldsV1, fieldsType: _, ...entry }) => ({
    entry,
    fields: FieldSet.fromTree(fieldsV1),
  }));
}

/** Writes `managedFields` in the server's order; empty owners vanish. */
export function writeOwners(
  owners: readonly FieldOwner[],
): ManagedFieldsEntry[] | undefined {
  const entries = owners
    .filter(({ fields }) => !fields.isEmpty())
    .map(({ entry, fields }): ManagedFieldsEntry => {
      const { manager, operation, apiVersion, time, subresource } = entry;
      return {
        manager,
        operation,
        apiVersion,
        ...(time && { time }),
        fieldsType: 'FieldsV1',
        fieldsV1: fields.toTree(),
        ...(subresource && { subresource }),
      };
    })
    .sort(
      (left, right) =>
        compare(left.operation, right.operation) ||
        compare(left.time ?? '', right.time ?? '') ||
        compare(left.manager, right.manager) ||
        compare(left.apiVersion, right.apiVersion) ||
        compare(left.subresource ?? '', right.subresource ?? ''),
    );
  return entries.length > 0 ? entries : undefined;
}

/** Whether two entries stand for the same manager doing the same. */
export function sameOwner(
  left: FieldOwner['entry'],
  right: FieldOwner['entry'],
): boolean {
  return (
    left.manager === right.manager &&
    left.operation === right.operation &&
    left.apiVersion === right.apiVersion &&
    (left.subresource ?? '') === (right.subresource ?? '')
  );
}

function compare(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
