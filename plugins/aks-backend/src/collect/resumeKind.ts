import { KindDescriptor } from '@backstage-aks/insight';
import { ClusterConnection } from '@backstage-aks/plugin-aks-node';
import { ClusterWriter } from '../store/ClusterStore';
import { KindScope } from './KindScope';
import { isOlder } from './resourceVersions';
import { WatchPosition } from './WatchPosition';

/**
 * From where a kind can be watched on without listing it: what is stored of it,
 * if that is not of another time.
 */
export async function resumeKind(
  {
    connection,
    writer,
    kind,
    scopes,
  }: {
    connection: ClusterConnection;
    writer: ClusterWriter;
    kind: KindDescriptor;
    scopes: readonly KindScope[];
  },
  signal: AbortSignal,
): Promise<{ position: WatchPosition } | undefined> {
  const stored = (await writer.source(kind))?.resourceVersion;
  if (!stored) {
    return undefined;
  }
  // A server that was restored from a backup is older than what it once told; a
  // watch from the future would stay silent.
  const [{ path, fieldSelector }] = scopes;
  const options = { pageSize: 1, fieldSelector, signal };
  const { value: page } = await connection.list(path, options).next();
  return page && !isOlder(page.resourceVersion, stored)
    ? { position: WatchPosition.at(stored, scopes) }
    : undefined;
}
