import type { ClusterState } from '../cluster/ClusterState';
import { invalidValue } from '../errors/fieldErrors';
import {
  invalid,
  methodNotAllowed,
  unsupportedMediaType,
} from '../errors/refusals';
import { StatusError } from '../errors/StatusError';
import { isJsonObject, JsonObject } from '../objects/json';
import { ObjectInput } from '../objects/KubernetesObject';
import { applyJsonPatch } from '../patches/jsonPatch';
import { applyMergePatch } from '../patches/mergePatch';
import { applyServerSide } from '../patches/serverSideApply';
import { applyStrategicMergePatch } from '../patches/strategicMergePatch';
import { decodePatch } from '../patches/decodePatch';
import { decodeAgainstSchema } from './decodeAgainstSchema';
import { asStored, presented } from '../kinds/conversions';
import { Subresource } from '../kinds/KindDefinition';
import { Exchange } from './Exchange';
import { renderObject } from './rendering';
import { requestedRepresentation } from './representation';
import { mediaType, readBody } from './requestBody';
import { respondJson } from './respond';
import { replaceScale } from './scaleWrites';
import type { ResourceRequest } from './serveResource';
import {
  isSet,
  refuseForce,
  requireManager,
  writeOptions,
} from './writeParameters';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

/** Answers a PATCH of any of the four types. */
export async function servePatch(
  cluster: ClusterState,
  exchange: Exchange,
  resource: ResourceRequest,
): Promise<void> {
  const { request, response, url } = exchange;
  const { kind, stored, target } = resource;
  const { name, namespace } = target;
  if (name === undefined) {
    throw methodNotAllowed();
  }
  const type = mediaType(request.headers['content-type']);
  const accepted = kind.custom
    ? [JSON_PATCH, MERGE_PATCH, APPLY]
    : [JSON_PATCH, MERGE_PATCH, STRATEGIC, APPLY];
  if (!accepted.includes(type)) {
    throw unsupportedMediaType(accepted);
  }
  const options = {
    ...writeOptions(url, request, 'PatchOptions'),
    subresource: target.subresource as Subresource | undefined,
  };
  const representation = requestedRepresentation(request.headers.accept);
  const patch = decodePatch(await readBody(request), type === APPLY);
  const render = (object: Parameters<typeof renderObject>[0]) =>
    renderObject(object, { kind, representation, now: cluster.clock.now() });

  if (type === APPLY) {
    requireManager(url);
    const { object, created } = applyServerSide(cluster.registry, {
      kind,
      namespace,
      name,
      patch,
      force: isSet(url.searchParams.get('force')),
      options,
    });
    respondJson(response, created ? 201 : 200, render(object));
    return;
  }
  refuseForce(url);
  const change = (current: JsonObject): unknown => {
    switch (type) {
      case JSON_PATCH:
        return applyJsonPatch(current, patch);
      case MERGE_PATCH:
        return applyMergePatch(current, patch);
      default:
        return applyStrategicMergePatch(kind, current, patch);
    }
  };
  if (target.subresource === 'scale') {
    respondJson(
      response,
      200,
      replaceScale(cluster, resource, change, options),
    );
    return;
  }
  let headers = {};
  const updated = cluster.registry.update(
    stored,
    namespace,
    name,
    current => {
      const patched = patchedObject(change(presented(kind, current)));
      const { object, warnings } = decodeAgainstSchema(
        kind,
        patched,
        url.searchParams.get('fieldValidation'),
        detail => unfitPatch(patched, detail),
      );
      headers = warnings;
      return asStored(kind, stored, object);
    },
    options,
  );
  respondJson(response, 200, render(updated), headers);
}

// A patch that does not fit is unprocessable, and shown with its result.
function unfitPatch(patched: ObjectInput, detail: string): StatusError {
  return invalid({ group: '', kind: '' }, '', [
    invalidValue('patch', JSON.stringify(patched), detail),
  ]);
}

function patchedObject(value: unknown): ObjectInput {
  if (!isJsonObject(value) || !isJsonObject(value.metadata)) {
    throw methodNotAllowed();
  }
  const { apiVersion, kind, metadata } = value;
  return {
    ...value,
    apiVersion: String(apiVersion),
    kind: String(kind),
    metadata,
  };
}
