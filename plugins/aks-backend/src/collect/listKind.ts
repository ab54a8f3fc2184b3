import {
  collectionPath,
  KindDescriptor,
  ProjectionOptions,
} from '@backstage-aks/insight';
import { ClusterConnection } from '@backstage-aks/plugin-aks-node';
import { ClusterWriter } from '../store/ClusterStore';
import { projectAll } from './projectAll';
import { CHANGES_PER_WRITE } from './writeSize';

/**
 * Lists a kind into the store, and deletes there what the cluster has no more
 * once the listing is complete. Returns the resourceVersion of the listing.
 */
export async function listKind(
  {
    connection,
    writer,
    kind,
    pageSize,
    projection,
  }: {
    connection: ClusterConnection;
    writer: ClusterWriter;
    kind: KindDescriptor;
    pageSize: number;
    projection: ProjectionOptions;
  },
  signal: AbortSignal,
): Promise<string> {
  const listing = await writer.beginListing(kind);
  let resourceVersion = '';
  const portions = connection.listPortions(collectionPath(kind), {
    pageSize,
    portionSize: CHANGES_PER_WRITE,
    signal,
  });
  for await (const portion of portions) {
    signal.throwIfAborted();
    if (portion.items.length > 0) {
      await listing.add(projectAll(kind, portion.items, projection));
    }
    resourceVersion = portion.resourceVersion ?? resourceVersion;
  }
  await listing.complete(resourceVersion);
  return resourceVersion;
}
