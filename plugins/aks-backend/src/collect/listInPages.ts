import { KindDescriptor } from '@backstage-aks/insight';
import { ClusterConnection } from '@backstage-aks/plugin-aks-node';
import { ClusterWriter } from '../store/ClusterStore';
import { KindScope } from './KindScope';
import { projectAll, ProjectAllOptions } from './projectAll';
import { WatchPosition } from './WatchPosition';
import { CHANGES_PER_WRITE } from './writeSize';

/** What a kind is listed with. */
export interface ListInPagesOptions {
  connection: ClusterConnection;
  writer: ClusterWriter;
  kind: KindDescriptor;
  scopes: readonly KindScope[];
  pageSize: number;
  projection: ProjectAllOptions;
}

/**
 * Lists a kind in pages into the store, and deletes there what the cluster has no more
 * once the listing of every scope is complete. Returns from where to watch.
 */
export async function listInPages(
  {
    connection,
    writer,
    kind,
    scopes,
    pageSize,
    projection,
  }: ListInPagesOptions,
  signal: AbortSignal,
): Promise<{ position: WatchPosition }> {
  const listing = await writer.beginListing(kind);
  const position = new WatchPosition();
  for (const scope of scopes) {
    const portions = connection.listPortions(scope.path, {
      pageSize,
      portionSize: CHANGES_PER_WRITE,
      fieldSelector: scope.fieldSelector,
      signal,
    });
    for await (const portion of portions) {
      signal.throwIfAborted();
      if (portion.items.length > 0) {
        await listing.add(projectAll(kind, portion.items, projection));
      }
      if (portion.resourceVersion !== undefined) {
        position.reach(scope, portion.resourceVersion);
      }
    }
  }
  await listing.complete(position.common);
  return { position };
}
