import type { ClusterState } from '../cluster/ClusterState';
import { methodNotAllowed, unsupportedMediaType } from '../errors/refusals';
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
import { requireManager, writeOptions } from './writeParameters';

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
      force: url.searchParams.get('force') === 'true',
      options,
    });
    respondJson(response, created ? 201 : 200, render(object));
    return;
  }
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
      const { object, warnings } = decodeAgainstSchema(
        kind,
        patchedObject(change(presented(kind, current))),
        url.searchParams.get('fieldValidation'),
      );
      headers = warnings;
      return asStored(kind, stored, object);
    },
    options,
  );
  respondJson(response, 200, render(updated), headers);
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
