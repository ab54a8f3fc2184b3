import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The Exposure tab of an entity's page. */
export const exposureRouteRef = createRouteRef();

/** The pages of the fleet. */
export const fleetRouteRef = createRouteRef();

/** Every host name of the fleet. */
export const hostsRouteRef = createRouteRef();

/** How well each cluster is known. */
export const statusRouteRef = createRouteRef();

/** The page of Backstage's Kubernetes plugin, where the app has that. */
export const kubernetesRouteRef = createExternalRouteRef({
  defaultTarget: 'kubernetes.kubernetes',
});
