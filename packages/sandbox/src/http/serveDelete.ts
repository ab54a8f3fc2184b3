import type { ClusterState } from '../cluster/ClusterState';
import { KindDefinition } from '../kinds/KindDefinition';
import { JsonObject } from '../objects/json';
import { Deletion } from '../registry/deleteObject';
import { DeleteOptions } from '../registry/WriteOptions';
import { matchesFields, requestedFields } from '../selectors/fieldSelector';
import { meetsLabels, requestedLabels } from '../selectors/labelSelector';
import { Exchange } from './Exchange';
import { renderList, renderObject } from './rendering';
import { decodeObject, readBody } from './requestBody';
import { respondJson, respondText } from './respond';
import type { ResourceRequest } from './serveResource';
import { deleteOptions } from './writeParameters';

/** Answers a DELETE of one object. */
export async function serveDelete(
  cluster: ClusterState,
  exchange: Exchange,
  { kind, target }: ResourceRequest,
): Promise<void> {
  const options = await requestedOptions(exchange);
  const deletion = cluster.registry.delete(
    kind,
    target.namespace,
    target.name ?? '',
    options,
  );
  const { answersWithDeleted } = cluster.registry.behaviour(kind);
  respondJson(
    exchange.response,
    200,
    deletion.gone && !answersWithDeleted
      ? successStatus(kind, deletion)
      : renderObject(deletion.object, {
          kind,
          representation: 'object',
          now: cluster.clock.now(),
        }),
  );
}

/** Answers a DELETE of a collection: all objects that match go. */
export async function serveDeleteCollection(
  cluster: ClusterState,
  exchange: Exchange,
  { kind, target }: ResourceRequest,
): Promise<void> {
  const options = await requestedOptions(exchange);
  const { searchParams } = exchange.url;
  const labels = requestedLabels(searchParams.get('labelSelector'));
  const fields = requestedFields(kind, searchParams.get('fieldSelector'));
  const objects = cluster.registry
    .list(kind, target.namespace)
    .filter(
      object =>
        meetsLabels(labels, object.metadata.labels) &&
        matchesFields(fields, object),
    );
  for (const { metadata } of objects) {
    cluster.registry.delete(kind, metadata.namespace, metadata.name, options);
  }
  respondText(
    exchange.response,
    200,
    renderList(
      objects,
      { resourceVersion: String(cluster.store.revision) },
      { kind, representation: 'object', now: cluster.clock.now() },
    ),
    { 'content-type': 'application/json' },
  );
}

async function requestedOptions({
  request,
  url,
}: Exchange): Promise<DeleteOptions> {
  const text = await readBody(request);
  const body: JsonObject | undefined =
    text === ''
      ? undefined
      : decodeObject(text, request.headers['content-type'], 'DeleteOptions');
  return deleteOptions(url, body);
}

function successStatus(kind: KindDefinition, { object }: Deletion) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: object.metadata.name,
      ...(kind.group && { group: kind.group }),
      kind: kind.plural,
      uid: object.metadata.uid,
    },
  };
}
