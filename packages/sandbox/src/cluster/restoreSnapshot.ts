import { definedKinds } from '../kinds/definedKinds';
import { resourceKey } from '../kinds/KindDefinition';
import { objectKey } from '../registry/objectKey';
import { Faults } from '../faults/Faults';
import { ClusterSnapshot } from './ClusterSnapshot';
import type { ClusterState } from './ClusterState';

const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions';

/**
 * Fills an empty cluster. The objects are as they were, down to their
 * resourceVersions, and no controller is told of them: the state is settled.
 */
export function restoreSnapshot(
  { store, kinds }: ClusterState,
  faults: Faults,
  { lists, missing = [] }: ClusterSnapshot,
): void {
  for (const { kind, objects } of lists) {
    kinds.add(kind);
    if (resourceKey(kind) === DEFINITIONS) {
      objects.flatMap(definedKinds).forEach(defined => kinds.add(defined));
    }
    store.restore(
      resourceKey(kind),
      objects.map(object => [
        objectKey(kind, object.metadata.namespace, object.metadata.name),
        object,
      ]),
    );
  }
  for (const { group, plural, code } of missing) {
    faults.add({
      match: { group, resource: plural },
      fault: { type: 'status', code },
    });
  }
}
