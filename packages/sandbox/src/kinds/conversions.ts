import { KubernetesObject } from '../objects/KubernetesObject';
import { apiVersionOf, KindDefinition } from './KindDefinition';

const views = new WeakMap<KubernetesObject, Map<string, KubernetesObject>>();

/** A stored object as the asked version presents it. */
export function presented(
  kind: KindDefinition,
  object: KubernetesObject,
): KubernetesObject {
  const apiVersion = apiVersionOf(kind);
  if (object.apiVersion === apiVersion) {
    return object;
  }
  let known = views.get(object);
  if (!known) {
    known = new Map();
    views.set(object, known);
  }
  let view = known.get(apiVersion);
  if (!view) {
    view = { ...object, apiVersion, kind: kind.kind };
    known.set(apiVersion, view);
  }
  return view;
}
