import { behaviourOf } from '../behaviours/behaviourOf';
import type { ClusterState } from '../cluster/ClusterState';
import { StatusError } from '../errors/StatusError';
import { invalid } from '../errors/refusals';
import { forbiddenField } from '../errors/fieldErrors';
import { servesStreamingLists } from '../discovery/serverVersion';
import { Exchange } from '../http/Exchange';
import { parseVersion } from '../http/listObjects';
import { renderObject } from '../http/rendering';
import { requestedRepresentation } from '../http/representation';
import {
  apiVersionOf,
  KindDefinition,
  resourceKey,
} from '../kinds/KindDefinition';
import { requestedFields } from '../selectors/fieldSelector';
import { requestedLabels } from '../selectors/labelSelector';
import { inScope, watchEventFor, WatchScope } from './watchEventFor';

interface WatchRequest {
  kind: KindDefinition;
  namespace?: string;
}

// The real server ends a watch after 30 to 60 minutes.
const DEFAULT_SECONDS = 45 * 60;

/** Streams changes until the client leaves or the time is up. */
export function serveWatch(
  cluster: ClusterState,
  exchange: Exchange,
  { kind, namespace }: WatchRequest,
): void {
  const { store, clock } = cluster;
  const { response, request, url } = exchange;
  const parameters = url.searchParams;
  const representation = requestedRepresentation(request.headers.accept);
  const scope: WatchScope = {
    kind,
    prefix: namespace === undefined ? '' : `${namespace}/`,
    labels: requestedLabels(parameters.get('labelSelector')),
    fields: requestedFields(kind, parameters.get('fieldSelector')),
  };
  const start = watchStart(
    parameters,
    servesStreamingLists(cluster.kubernetesVersion),
  );
  const includeObject = parameters.get('includeObject');
  const send = (type: string, object: unknown) =>
    response.write(`${JSON.stringify({ type, object })}\n`);
  const render = (object: Parameters<typeof renderObject>[0]) =>
    renderObject(object, {
      kind,
      representation,
      now: clock.now(),
      includeObject,
    });

  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  if (start.revision > 0 && start.revision < store.compactedRevision) {
    send('ERROR', tooOld(start.revision, store.compactedRevision));
    response.end();
    return;
  }
  if (start.listFirst) {
    for (const object of store.list(resourceKey(kind), scope.prefix)) {
      if (inScope(scope, object)) {
        send('ADDED', render(object));
      }
    }
  } else {
    for (const event of store.eventsSince(start.revision)) {
      const seen = watchEventFor(scope, event);
      if (seen) {
        send(seen.type, render(seen.object));
      }
    }
  }
  const bookmark = (annotations?: Record<string, string>) =>
    send('BOOKMARK', bookmarkObject(kind, store.revision, annotations));
  if (start.bookmarkAfterList) {
    bookmark({ 'k8s.io/initial-events-end': 'true' });
  }

  const unsubscribe = store.subscribe(event => {
    const seen = watchEventFor(scope, event);
    if (seen) {
      send(seen.type, render(seen.object));
    }
  });
  const stops: (() => void)[] = [];
  const stop = () => stops.splice(0).forEach(each => each());
  const end = () => {
    // First of all nothing more may arrive: the response closes later.
    stop();
    if (parameters.get('allowWatchBookmarks') === 'true') {
      bookmark();
    }
    response.end();
  };
  const seconds = Number(parameters.get('timeoutSeconds') ?? 0);
  stops.push(
    unsubscribe,
    clock.after((seconds > 0 ? seconds : DEFAULT_SECONDS) * 1000, end),
    cluster.watches.add(end),
  );
  if (parameters.get('allowWatchBookmarks') === 'true') {
    stops.push(every(cluster, cluster.bookmarkInterval, () => bookmark()));
  }
  response.on('close', stop);
}

function every(
  { clock }: ClusterState,
  interval: number,
  run: () => void,
): () => void {
  let cancel = () => {};
  const schedule = () => {
    cancel = clock.after(interval, () => {
      run();
      schedule();
    });
  };
  schedule();
  return () => cancel();
}

interface WatchStart {
  revision: number;
  /** Whether the present objects come first, as additions. */
  listFirst: boolean;
  bookmarkAfterList: boolean;
}

function watchStart(
  parameters: URLSearchParams,
  streamingLists: boolean,
): WatchStart {
  const version = parameters.get('resourceVersion');
  const revision = parseVersion(version);
  const initialEvents = parameters.get('sendInitialEvents');
  checkInitialEvents(
    initialEvents,
    parameters.get('resourceVersionMatch'),
    streamingLists,
  );
  const listFirst =
    initialEvents === null ? revision === 0 : initialEvents === 'true';
  return {
    revision: listFirst ? 0 : revision,
    listFirst,
    bookmarkAfterList:
      initialEvents === 'true' &&
      parameters.get('allowWatchBookmarks') === 'true',
  };
}

function checkInitialEvents(
  initialEvents: string | null,
  match: string | null,
  streamingLists: boolean,
): void {
  const errors = [
    ...(initialEvents !== null && match !== 'NotOlderThan'
      ? [
          forbiddenField(
            'resourceVersionMatch',
            'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
          ),
        ]
      : []),
    ...(initialEvents !== null && !streamingLists
      ? [
          forbiddenField(
            'sendInitialEvents',
            'sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
          ),
        ]
      : []),
    ...(initialEvents === null && match
      ? [
          forbiddenField(
            'resourceVersionMatch',
            'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
          ),
        ]
      : []),
  ];
  if (errors.length > 0) {
    throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', errors);
  }
}

function tooOld(requested: number, oldest: number) {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message: `too old resource version: ${requested} (${oldest})`,
  }).status;
}

function bookmarkObject(
  kind: KindDefinition,
  revision: number,
  annotations?: Record<string, string>,
) {
  return {
    kind: kind.kind,
    apiVersion: apiVersionOf(kind),
    metadata: {
      resourceVersion: String(revision),
      ...(annotations && { annotations }),
    },
    ...behaviourOf(kind).zero,
  };
}
