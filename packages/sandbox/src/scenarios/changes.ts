import { JsonObject } from '../objects/json';
import { ObjectInput } from '../objects/KubernetesObject';
import { Change } from './Scenario';

/** Names of objects as people write them: `Deployment shop/checkout`. */
function targetOf(text: string) {
  const [kind, path] = text.split(' ');
  const [name, namespace] = path.split('/').reverse();
  return { kind, namespace, name };
}

/** A patch of an object, named as in `Deployment shop/checkout`. */
export function patch(object: string, body: JsonObject): Change {
  return { type: 'patch', target: targetOf(object), patch: body };
}

/** A deletion followed by the patched object anew. */
export function recreate(object: string, body: JsonObject): Change {
  return { type: 'recreate', target: targetOf(object), patch: body };
}

/** A deletion. */
export function remove(object: string): Change {
  return { type: 'delete', target: targetOf(object) };
}

/** An object that somebody adds. */
export function create(object: ObjectInput): Change {
  const { name = '', namespace } = object.metadata;
  return {
    type: 'create',
    target: { kind: object.kind, namespace, name },
    object,
  };
}
