import { summarize } from '@backstage-aks/insight';
import {
  ClusterExposure,
  ExposureAnswer,
  ExposureView,
  toExposureAnswer,
} from '@backstage-aks/plugin-aks-common';
import { ClusterService, JudgedService, ServiceView } from './ServiceViews';

/**
 * The exposures of a service as the API answers them.
 *
 * @param order - Names of environments in the order in which they are shown;
 * others follow by name.
 */
export function exposureView(order: readonly string[]): ServiceView {
  return {
    name: 'exposure',
    version: 5,
    compose: (service): ExposureAnswer =>
      toExposureAnswer(exposuresByEnvironment(service, order)),
  };
}

/**
 * The exposures of a service, by environment, so that one sick environment does
 * not colour another.
 */
export function exposuresByEnvironment(
  { frame, clusters }: JudgedService,
  order: readonly string[],
): ExposureView {
  return {
    ...frame,
    environments: environmentsOf(clusters, order).map(environment => ({
      name: environment,
      ...judged(
        clusters.filter(({ cluster }) => cluster.environment === environment),
      ),
    })),
  };
}

function environmentsOf(
  clusters: readonly ClusterService[],
  order: readonly string[],
): string[] {
  const names = new Set(clusters.map(({ cluster }) => cluster.environment));
  const known = order.filter(name => names.delete(name));
  return [...known, ...[...names].sort()];
}

function judged(clusters: readonly ClusterService[]) {
  const list = clusters.flatMap(({ cluster, exposures }) =>
    exposures.map((exposure): ClusterExposure => ({ ...exposure, cluster })),
  );
  const unread = clusters.flatMap(cluster => cluster.unread);
  return { verdict: summarize(list, unread).verdict, exposures: list };
}
