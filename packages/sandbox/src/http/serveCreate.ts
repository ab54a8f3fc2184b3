import type { ClusterState } from '../cluster/ClusterState';
import { badRequest, methodNotAllowed } from '../errors/refusals';
import { asStored } from '../kinds/conversions';
import { acceptedObject } from './acceptedObject';
import { Exchange } from './Exchange';
import { renderObject } from './rendering';
import { requestedRepresentation } from './representation';
import { decodeObject, readBody } from './requestBody';
import { respondJson } from './respond';
import type { ResourceRequest } from './serveResource';
import { decodeAgainstSchema } from './decodeAgainstSchema';
import { writeOptions } from './writeParameters';

/** Answers a POST to a collection. */
export async function serveCreate(
  cluster: ClusterState,
  { request, response, url }: Exchange,
  { kind, stored, target }: ResourceRequest,
): Promise<void> {
  if (target.name !== undefined) {
    throw methodNotAllowed();
  }
  if (kind.namespaced && target.namespace === undefined) {
    throw methodNotAllowed();
  }
  const options = writeOptions(url, request, 'CreateOptions');
  const representation = requestedRepresentation(request.headers.accept);
  const text = await readBody(request);
  const body = decodeObject(text, request.headers['content-type'], kind.kind);
  const { object, warnings } = decodeAgainstSchema(
    kind,
    acceptedObject(kind, body),
    url.searchParams.get('fieldValidation'),
  );
  if (
    !kind.namespaced &&
    target.namespace === undefined &&
    object.metadata.namespace
  ) {
    throw badRequest('namespace may not be set on a cluster-scoped resource');
  }
  const created = cluster.registry.create(
    stored,
    target.namespace,
    asStored(kind, stored, object),
    options,
  );
  respondJson(
    response,
    201,
    renderObject(created, {
      kind,
      representation,
      now: cluster.clock.now(),
    }),
    warnings,
  );
}
