import { badRequest, internalError } from '../errors/refusals';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { isJsonObject, JsonObject, valueAt } from '../objects/json';
import { undeclaredFields } from '../schema/undeclaredFields';
import { SchemaNode } from '../schema/SchemaNode';

interface Configuration {
  kind: KindDefinition;
  namespace: string | undefined;
  name: string;
  patch: unknown;
}

/** The configuration to apply. @throws StatusError 400, 500 */
export function checkedConfiguration(
  { kind, namespace, name, patch }: Configuration,
  schema: SchemaNode,
): JsonObject {
  if (!isJsonObject(patch)) {
    throw badRequest('error decoding YAML: the patch must be an object');
  }
  const apiVersion = apiVersionOf(kind);
  if (patch.apiVersion !== apiVersion || patch.kind !== kind.kind) {
    throw badRequest(
      `invalid object type: ${String(patch.apiVersion)}, Kind=${String(
        patch.kind,
      )}; the request is for ${apiVersion}, Kind=${kind.kind}`,
    );
  }
  const wantedName = valueAt(patch, 'metadata.name');
  if (wantedName !== undefined && wantedName !== name) {
    throw badRequest(
      `the name of the object (${String(
        wantedName,
      )}) does not match the name on the URL (${name})`,
    );
  }
  const wantedNamespace = valueAt(patch, 'metadata.namespace');
  if (wantedNamespace !== undefined && wantedNamespace !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (valueAt(patch, 'metadata.managedFields') !== undefined) {
    throw badRequest('metadata.managedFields must be nil');
  }
  const [undeclared] = undeclaredFields(schema, patch);
  if (undeclared !== undefined) {
    throw internalError(
      `failed to create typed patch object (${String(
        wantedNamespace ?? '',
      )}/${name}; ${apiVersion}, Kind=${
        kind.kind
      }): .${undeclared}: field not declared in schema`,
    );
  }
  const metadata = isJsonObject(patch.metadata) ? patch.metadata : {};
  return { ...patch, metadata: { ...metadata, name } };
}
