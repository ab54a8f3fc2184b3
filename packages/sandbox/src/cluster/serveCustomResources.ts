import { definedKinds } from '../kinds/definedKinds';
import { resourceKey } from '../kinds/KindDefinition';
import { KindRegistry } from '../kinds/KindRegistry';
import { valueAt } from '../objects/json';
import { ObjectStore } from '../store/ObjectStore';

const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions';

/** Serves the kinds of CustomResourceDefinitions as these come and go. */
export function serveCustomResources(
  store: ObjectStore,
  kinds: KindRegistry,
): void {
  store.subscribe(event => {
    if (event.resource !== DEFINITIONS) {
      return;
    }
    const group = String(valueAt(event.object, 'spec.group'));
    const plural = String(valueAt(event.object, 'spec.names.plural'));
    if (event.type !== 'DELETED') {
      kinds.replace(group, plural, definedKinds(event.object));
      return;
    }
    // The objects of a kind do not outlive its definition.
    const resource = resourceKey({ group, plural });
    for (const [key] of store.entriesAt(resource, store.revision)) {
      store.delete(resource, key);
    }
    kinds.remove(group, plural);
  });
}
