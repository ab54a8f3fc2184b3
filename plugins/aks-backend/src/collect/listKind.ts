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
  const pages = connection.list(collectionPath(kind), { pageSize, signal });
  for await (const page of pages) {
    for (let start = 0; start < page.items.length; start += CHANGES_PER_WRITE) {
      signal.throwIfAborted();
      const objects = page.items.slice(start, start + CHANGES_PER_WRITE);
      await listing.add(projectAll(kind, objects, projection));
    }
    resourceVersion = page.resourceVersion;
  }
  await listing.complete(resourceVersion);
  return resourceVersion;
}
