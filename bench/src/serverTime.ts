import { Agent } from 'undici';
import { ApiServer } from './ApiServers';
import { quantile } from './figures';

// What the Kubernetes plugin lists for each cluster when an entity is opened
// (its DEFAULT_OBJECTS, version 0.21.11, November 2026).
const LISTS = [
  '/api/v1/pods',
  '/api/v1/services',
  '/api/v1/configmaps',
  '/api/v1/limitranges',
  '/api/v1/resourcequotas',
  '/apis/apps/v1/deployments',
  '/apis/apps/v1/replicasets',
  '/apis/apps/v1/statefulsets',
  '/apis/apps/v1/daemonsets',
  '/apis/autoscaling/v2/horizontalpodautoscalers',
  '/apis/batch/v1/jobs',
  '/apis/batch/v1/cronjobs',
  '/apis/networking.k8s.io/v1/ingresses',
];

const SAMPLES = 5;

/**
 * How long the API servers themselves take for the lists of one page, one after
 * the other, in milliseconds: what of a measured time is not the portal's.
 */
export async function serverTime(
  servers: readonly ApiServer[],
  services: readonly string[],
): Promise<number> {
  const agent = new Agent();
  const times: number[] = [];
  for (const name of services.slice(0, SAMPLES)) {
    const since = performance.now();
    for (const { url, token } of servers) {
      for (const path of LISTS) {
        const { body } = await agent.request({
          origin: url,
          path,
          query: { labelSelector: `backstage.io/kubernetes-id=${name}` },
          method: 'GET',
          headers: { authorization: `Bearer ${token}` },
        });
        await body.dump();
      }
    }
    times.push(performance.now() - since);
  }
  await agent.destroy();
  return quantile(times, 0.5);
}
