import { Knex } from 'knex';
import { ClusterConflictError } from './ClusterConflictError';
import { StoredCluster } from './ClusterStore';
import { interruptSources } from './interrupt';
import { Lease } from './LeasedTransactions';
import { newMark } from './markSources';
import { ClusterRow, SourceRow } from './rows';
import { lockFleet } from './sequence';
import { slugOf } from './slug';

/**
 * Puts an identified cluster in the place of the placeholder, or of the other
 * cluster, that its declaration led to so far. Nothing of that one is served
 * from then on; its records remain to be purged.
 */
export async function replaceCluster(
  trx: Knex.Transaction,
  lease: Lease,
  cluster: StoredCluster,
  now: number,
): Promise<StoredCluster> {
  await lockFleet(trx);
  const clusters = () => trx<ClusterRow>('aks_clusters');
  const other = await clusters().where({ id: cluster.id }).first();
  if (other) {
    if (other.forgotten_at === null || Number(other.lease_until) >= now) {
      throw new ClusterConflictError(cluster.name, other.name);
    }
    // The same cluster under another name than before.
    await clusters().where({ id: other.id }).delete();
    await interruptSources(trx, other.id);
  }
  const before = await clusters().where({ id: lease.clusterId }).first();
  await clusters().where({ id: lease.clusterId }).delete();
  await forgetPosition(trx, lease.clusterId);

  const replacement: StoredCluster = {
    ...cluster,
    slug: slugOf(cluster.id),
    freshness: { state: 'pending' },
  };
  await clusters().insert({
    ...before,
    id: replacement.id,
    slug: replacement.slug,
    kubernetes_version: replacement.kubernetesVersion ?? null,
    freshness: JSON.stringify(replacement.freshness),
    confirmed_at: null,
    sources_mark: newMark(),
  });
  return replacement;
}

/**
 * Makes every kind of a cluster list again, should the cluster ever come back:
 * from now on its records may be purged in part.
 */
export async function forgetPosition(
  trx: Knex.Transaction,
  clusterId: string,
): Promise<void> {
  await trx<SourceRow>('aks_sources')
    .where({ cluster_id: clusterId })
    .update({
      resource_version: null,
      freshness: JSON.stringify({ state: 'pending' }),
    });
}
