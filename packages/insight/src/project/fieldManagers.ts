import { FieldManager } from '../records/workloads';
import { fieldsAt, fieldsIn, nameIn, present } from './fields';

/**
 * Who wrote `spec.replicas`, from `metadata.managedFields`, which is not kept
 * otherwise. Usually one; several where they agree on the number.
 */
export function replicaWriters(object: unknown): FieldManager[] {
  const { managedFields } = fieldsAt(object, 'metadata');
  return fieldsIn(managedFields).flatMap(entry => {
    const name = nameIn(entry.manager);
    const owned = fieldsAt(entry, 'fieldsV1', 'f:spec');
    return name && Object.hasOwn(owned, 'f:replicas')
      ? [
          present<FieldManager>({
            name,
            operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
            subresource: nameIn(entry.subresource),
          }),
        ]
      : [];
  });
}
