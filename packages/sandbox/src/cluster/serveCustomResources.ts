import { definedKinds } from '../kinds/definedKinds';
import { KindRegistry } from '../kinds/KindRegistry';
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
    for (const kind of definedKinds(event.object)) {
      if (event.type === 'DELETED') {
        kinds.remove(kind.group, kind.plural);
      } else {
        kinds.add(kind);
      }
    }
  });
}
