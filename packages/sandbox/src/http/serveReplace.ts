import type { ClusterState } from '../cluster/ClusterState';
import { badRequest, methodNotAllowed } from '../errors/refusals';
import { asStored } from '../kinds/conversions';
import { ObjectInput } from '../objects/KubernetesObject';
import { acceptedObject } from './acceptedObject';
import { decodeAgainstSchema } from './decodeAgainstSchema';
import { Subresource } from '../kinds/KindDefinition';
import { Exchange } from './Exchange';
import { renderObject } from './rendering';
import { requestedRepresentation } from './representation';
import { decodeObject, readBody } from './requestBody';
import { respondJson } from './respond';
import { replaceScale } from './scaleWrites';
import type { ResourceRequest } from './serveResource';
import { writeOptions } from './writeParameters';

/** Answers a PUT. */
export async function serveReplace(
  cluster: ClusterState,
  { request, response, url }: Exchange,
  resource: ResourceRequest,
): Promise<void> {
  const { kind, stored, target } = resource;
  const { name, namespace, subresource } = target;
  if (name === undefined) {
    throw methodNotAllowed();
  }
  const options = {
    ...writeOptions(url, request, 'UpdateOptions'),
    subresource: subresource as Subresource | undefined,
  };
  const representation = requestedRepresentation(request.headers.accept);
  const text = await readBody(request);
  const body = decodeObject(text, request.headers['content-type'], kind.kind);
  if (subresource === 'scale') {
    const scale = replaceScale(cluster, resource, () => body, options);
    respondJson(response, 200, scale);
    return;
  }
  const { object, warnings } = decodeAgainstSchema(
    kind,
    acceptedObject(kind, body),
    url.searchParams.get('fieldValidation'),
  );
  checkIdentity(object, name, namespace);
  const updated = cluster.registry.update(
    stored,
    namespace,
    name,
    () => asStored(kind, stored, object),
    options,
  );
  respondJson(
    response,
    200,
    renderObject(updated, { kind, representation, now: cluster.clock.now() }),
    warnings,
  );
}

function checkIdentity(
  { metadata }: ObjectInput,
  name: string,
  namespace: string | undefined,
): void {
  if (metadata.name !== name) {
    throw badRequest(
      metadata.name
        ? `the name of the object (${metadata.name}) does not match the name on the URL (${name})`
        : 'name must be provided',
    );
  }
  if (metadata.namespace && metadata.namespace !== namespace) {
    throw badRequest(
      `the namespace of the provided object does not match the namespace sent on the request`,
    );
  }
}
