import { authorizeResource } from '../auth/authorize';
import type { ClusterState } from '../cluster/ClusterState';
import { methodNotAllowed } from '../errors/refusals';
import { KindDefinition } from '../kinds/KindDefinition';
import { serveWatch } from '../watching/serveWatch';
import { Exchange } from './Exchange';
import { listObjects } from './listObjects';
import { renderList, renderObject } from './rendering';
import { requestedRepresentation } from './representation';
import { ResourceTarget } from './RequestTarget';
import { respondJson, respondPathNotFound, respondText } from './respond';
import { serveAccessReview } from './serveAccessReview';
import { serveCreate } from './serveCreate';
import { serveDelete, serveDeleteCollection } from './serveDelete';
import { servePatch } from './servePatch';
import { serveReplace } from './serveReplace';
import { scaleOf } from './scaleOf';

/** A request for a resource with the kind behind it. */
export interface ResourceRequest {
  /** In the version that is asked for. */
  kind: KindDefinition;
  /** In the version that is stored. */
  stored: KindDefinition;
  target: ResourceTarget;
}

/** Answers a request for resources of an API group. */
export async function serveResource(
  cluster: ClusterState,
  exchange: Exchange,
  target: ResourceTarget,
): Promise<void> {
  authorizeResource(exchange.identity, {
    verb: target.verb,
    group: target.group,
    resource: target.resource,
    subresource: target.subresource,
    namespace: target.namespace,
    name: target.name,
  });
  const kind = cluster.kinds.byPlural(
    target.group,
    target.version,
    target.resource,
  );
  if (!kind || !isServed(kind, target)) {
    respondPathNotFound(exchange.response);
    return;
  }
  const request = { kind, stored: cluster.kinds.storageOf(kind), target };
  if (!kind.verbs.includes('get')) {
    await serveAccessReview(cluster, exchange, request);
    return;
  }
  switch (target.verb) {
    case 'get':
      serveGet(cluster, exchange, request);
      return;
    case 'list':
      serveList(cluster, exchange, request);
      return;
    case 'watch':
      serveWatch(cluster, exchange, { kind, namespace: scopeOf(request) });
      return;
    case 'create':
      await serveCreate(cluster, exchange, request);
      return;
    case 'update':
      await serveReplace(cluster, exchange, request);
      return;
    case 'patch':
      await servePatch(cluster, exchange, request);
      return;
    case 'delete':
      await serveDelete(cluster, exchange, request);
      return;
    case 'deletecollection':
      await serveDeleteCollection(cluster, exchange, request);
      return;
    default:
      throw methodNotAllowed();
  }
}

function isServed(kind: KindDefinition, target: ResourceTarget): boolean {
  const { subresource } = target;
  if (subresource === undefined) {
    return true;
  }
  return (
    (kind.subresources as readonly string[] | undefined)?.includes(
      subresource,
    ) ?? false
  );
}

function scopeOf({ kind, target }: ResourceRequest): string | undefined {
  return kind.namespaced ? target.namespace : undefined;
}

function serveGet(
  cluster: ClusterState,
  { request, response, url }: Exchange,
  { kind, target }: ResourceRequest,
): void {
  const { name = '', namespace, subresource } = target;
  const representation = requestedRepresentation(request.headers.accept);
  const object = cluster.registry.get(kind, namespace, name);
  respondJson(
    response,
    200,
    subresource === 'scale'
      ? scaleOf(kind, object)
      : renderObject(object, {
          kind,
          representation,
          now: cluster.clock.now(),
          includeObject: url.searchParams.get('includeObject'),
        }),
  );
}

function serveList(
  cluster: ClusterState,
  { request, response, url }: Exchange,
  resource: ResourceRequest,
): void {
  const { kind } = resource;
  const representation = requestedRepresentation(request.headers.accept);
  const { objects, metadata } = listObjects(cluster, {
    kind,
    namespace: scopeOf(resource),
    parameters: url.searchParams,
  });
  respondText(
    response,
    200,
    renderList(objects, metadata, {
      kind,
      representation,
      now: cluster.clock.now(),
      includeObject: url.searchParams.get('includeObject'),
    }),
    { 'content-type': 'application/json' },
  );
}
