import { KubernetesObject, ObjectInput } from '../objects/KubernetesObject';
import { autoscalerV1 } from './autoscalerV1';
import { apiVersionOf, KindDefinition } from './KindDefinition';
import { newEvents } from './newEvents';

/** How a version differs from the one that is stored. */
export interface Conversion {
  fromStored(object: KubernetesObject): KubernetesObject;
  toStored(object: ObjectInput): ObjectInput;
}

// Other versions differ in nothing but their name.
const CONVERSIONS: Record<string, Conversion> = {
  'autoscaling/v1 HorizontalPodAutoscaler': autoscalerV1,
  'events.k8s.io/v1 Event': newEvents,
};

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
    const conversion = CONVERSIONS[`${apiVersion} ${kind.kind}`];
    const converted = conversion?.fromStored(object) ?? object;
    view = { ...converted, apiVersion, kind: kind.kind };
    known.set(apiVersion, view);
  }
  return view;
}

/** An object of the asked version as it is stored. */
export function asStored(
  kind: KindDefinition,
  stored: KindDefinition,
  object: ObjectInput,
): ObjectInput {
  const conversion = CONVERSIONS[`${apiVersionOf(kind)} ${kind.kind}`];
  return kind === stored
    ? object
    : {
        ...(conversion?.toStored(object) ?? object),
        apiVersion: apiVersionOf(stored),
        kind: stored.kind,
      };
}
