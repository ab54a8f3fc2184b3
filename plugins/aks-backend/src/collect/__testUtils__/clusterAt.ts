import { ClusterConfig } from '../../config/readAksConfig';

/** Configuration of a cluster that is collected for a test. */
export function clusterAt(
  url: string,
  changes: Partial<ClusterConfig> = {},
): ClusterConfig {
  return {
    name: 'one',
    environment: 'production',
    configKey: 'aks.clusters[0]',
    url,
    auth: { type: 'serviceAccountToken', token: 'sandbox-reader' },
    ...changes,
  };
}
