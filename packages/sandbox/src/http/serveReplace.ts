import type { ClusterState } from '../cluster/ClusterState';
import { badRequest, methodNotAllowed } from '../errors/refusals';
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
  { kind, target }: ResourceRequest,
): Promise<void> {
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
    const scale = replaceScale(cluster, { kind, target }, () => body, options);
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
    kind,
    namespace,
    name,
    () => object,
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
