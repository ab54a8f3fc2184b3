import { badRequest } from '../errors/refusals';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { isJsonObject, JsonObject } from '../objects/json';
import { ObjectInput } from '../objects/KubernetesObject';

/**
 * Takes a decoded body as an object of the kind that the URL names.
 *
 * @throws StatusError 400
 */
export function acceptedObject(
  kind: KindDefinition,
  body: JsonObject,
): ObjectInput {
  const apiVersion = body.apiVersion ?? apiVersionOf(kind);
  const name = body.kind ?? kind.kind;
  if (name !== kind.kind) {
    throw badRequest(
      `the kind in the data (${String(
        name,
      )}) does not match the expected kind (${kind.kind})`,
    );
  }
  if (apiVersion !== apiVersionOf(kind)) {
    throw badRequest(
      `the API version in the data (${String(
        apiVersion,
      )}) does not match the expected API version (${apiVersionOf(kind)})`,
    );
  }
  const metadata = body.metadata ?? {};
  if (!isJsonObject(metadata)) {
    throw badRequest(
      `${kind.kind} in version ${JSON.stringify(
        kind.version,
      )} cannot be handled as a ${
        kind.kind
      }: json: cannot unmarshal ${typeof metadata} into Go struct field ${
        kind.kind
      }.metadata of type v1.ObjectMeta`,
    );
  }
  return { ...body, apiVersion: apiVersionOf(kind), kind: kind.kind, metadata };
}
