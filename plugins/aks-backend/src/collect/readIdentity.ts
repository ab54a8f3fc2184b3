import {
  ClusterConnection,
  ClusterError,
} from '@backstage-aks/plugin-aks-node';
import { z } from 'zod';
import { ClusterIdentity } from '../store/ClusterStore';

const namespaceSchema = z.object({
  metadata: z.object({ uid: z.string().min(1).max(80) }),
});

const versionSchema = z.object({ gitVersion: z.string().max(100) });

/**
 * Asks a cluster for the uid of its `kube-system` namespace, which lives as
 * long as the cluster.
 */
export async function readUid(
  connection: ClusterConnection,
  signal: AbortSignal,
): Promise<string> {
  const path = '/api/v1/namespaces/kube-system';
  const namespace = namespaceSchema.safeParse(
    await connection.get(path, { signal }),
  );
  if (!namespace.success) {
    throw new ClusterError(
      'malformed',
      `Could not tell which cluster answers at ${connection.url}: its namespace kube-system has no uid. Check that the URL leads to an API server and not to a proxy.`,
    );
  }
  return namespace.data.metadata.uid;
}

/** Asks a cluster who it is. */
export async function readIdentity(
  connection: ClusterConnection,
  signal: AbortSignal,
): Promise<ClusterIdentity> {
  const uid = await readUid(connection, signal);
  // The version is for display; some clusters do not tell it to everybody.
  const version = versionSchema.safeParse(
    await connection.get('/version', { signal }).catch(() => undefined),
  );
  return {
    uid,
    ...(version.success && { kubernetesVersion: version.data.gitVersion }),
  };
}
