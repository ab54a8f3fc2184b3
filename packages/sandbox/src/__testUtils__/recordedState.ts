import { SandboxCluster } from '../cluster/SandboxCluster';
import { addOnKinds } from '../kinds/addOnKinds';
import { JsonObject, objectsIn, valueAt } from '../objects/json';
import { recordedLists } from './recording';

// Add-ons that the recorded cluster did not have.
const NOT_RECORDED = [
  'approuting.kubernetes.azure.com',
  'secrets-store.csi.x-k8s.io',
];

/** Loads the recorded state as it was before the first write. */
export function loadRecordedState(cluster: SandboxCluster): void {
  addOnKinds
    .filter(({ group }) => !NOT_RECORDED.includes(group))
    .forEach(definition => cluster.serve(definition));
  cluster.load(
    [...recordedLists().values()].map(text => beforeWrites(JSON.parse(text))),
  );
}

// The lists were recorded after the exchanges.
function beforeWrites(list: JsonObject): JsonObject {
  const later = ['a', 'b', 'store-front-86b59dc645-brz9m'];
  return {
    ...list,
    items: objectsIn(list.items)
      .filter(item => !later.includes(String(valueAt(item, 'metadata.name'))))
      .map(item =>
        valueAt(item, 'spec.replicas') === 3
          ? JSON.parse(
              JSON.stringify(item)
                .replace(/eplicas":3/g, 'eplicas":2')
                .replaceAll(
                  '"unavailableReplicas":2',
                  '"unavailableReplicas":1',
                ),
            )
          : item,
      ),
  };
}
