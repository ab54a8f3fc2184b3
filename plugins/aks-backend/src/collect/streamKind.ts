import { KindDescriptor, ObjectRef } from '@backstage-aks/insight';
import {
  ClusterConnection,
  ClusterError,
  WatchEvent,
} from '@backstage-aks/plugin-aks-node';
import { ClusterWriter, Listing } from '../store/ClusterStore';
import { KindScope } from './KindScope';
import { projectAll, ProjectAllOptions } from './projectAll';
import { WatchPosition } from './WatchPosition';
import { watchSeconds } from './watchSeconds';
import { CHANGES_PER_WRITE } from './writeSize';

/** What a kind is streamed with. */
export interface StreamKindOptions {
  connection: ClusterConnection;
  writer: ClusterWriter;
  kind: KindDescriptor;
  scopes: readonly KindScope[];
  projection: ProjectAllOptions;
}

/** A server does not know streaming lists. */
export class NoStreamingListsError extends Error {
  readonly name = 'NoStreamingListsError';
}

/**
 * Lists a kind into the store by watches that begin with all objects, and
 * deletes there what the cluster has no more. The watches are left open.
 *
 * @throws NoStreamingListsError when the server does not do so.
 */
export async function streamKind(
  options: StreamKindOptions,
  signal: AbortSignal,
): Promise<{ position: WatchPosition; streams: AsyncGenerator<WatchEvent>[] }> {
  const { writer, kind, scopes } = options;
  const listing = await writer.beginListing(kind);
  const position = new WatchPosition();
  const streams: AsyncGenerator<WatchEvent>[] = [];
  const gone = new Map<string, ObjectRef>();
  for (const scope of scopes) {
    const stream = await open(options, scope, signal);
    streams.push(stream);
    position.reach(scope, await initialEvents(options, stream, listing, gone));
  }
  await listing.complete(position.common);
  if (gone.size > 0) {
    await writer.apply(kind, { upserts: [], deletions: [...gone.values()] });
  }
  return { position, streams };
}

async function open(
  { connection }: StreamKindOptions,
  { path, fieldSelector }: KindScope,
  signal: AbortSignal,
): Promise<AsyncGenerator<WatchEvent>> {
  const timeoutSeconds = watchSeconds();
  try {
    return await connection.watch(path, {
      fieldSelector,
      timeoutSeconds,
      signal,
    });
  } catch (error) {
    const status = error instanceof ClusterError ? error.status : undefined;
    throw status === 422 || status === 400
      ? new NoStreamingListsError('It was refused', { cause: error })
      : error;
  }
}

/** Writes what a stream begins with; returns the resourceVersion of its end. */
async function initialEvents(
  { kind, projection }: StreamKindOptions,
  stream: AsyncGenerator<WatchEvent>,
  listing: Listing,
  gone: Map<string, ObjectRef>,
): Promise<string> {
  let objects: unknown[] = [];
  const write = async () => {
    await listing.add(projectAll(kind, objects, projection));
    objects = [];
  };
  for (;;) {
    const { value: event, done } = await stream.next();
    if (done) {
      throw new ClusterError(
        'lost',
        `The cluster ended its answer before all ${kind.plural} had come; the portal asks again`,
      );
    }
    if (event.type === 'BOOKMARK') {
      // A server that does not know what it was asked for sends plain ones.
      if (!event.initialEventsEnd || event.resourceVersion === undefined) {
        throw new NoStreamingListsError('No end of the list was told');
      }
      await write();
      return event.resourceVersion;
    }
    note(kind, event, gone);
    objects.push(...(event.type === 'DELETED' ? [] : [event.object]));
    if (objects.length === CHANGES_PER_WRITE) {
      await write();
    }
  }
}

// Objects may go and come back while the others are still being sent.
function note(
  kind: KindDescriptor,
  { type, object }: WatchEvent,
  gone: Map<string, ObjectRef>,
): void {
  for (const { record } of projectAll(kind, [object], {}).upserts) {
    const { namespace, name } = record;
    if (type === 'DELETED') {
      gone.set(`${namespace}/${name}`, { kind: kind.kind, namespace, name });
    } else {
      gone.delete(`${namespace}/${name}`);
    }
  }
}
