import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { AksClient } from '@backstage-aks/plugin-aks-common';
import { aksApiRef } from '../api';
import { exposureRouteRef } from './routes';

/**
 * The AKS plugin for apps on the old frontend system.
 *
 * @public
 */
export const aksPlugin = createPlugin({
  id: 'aks',
  apis: [
    createApiFactory({
      api: aksApiRef,
      // An old app may have its own `fetchApi`, which knows no `plugin://`.
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new AksClient({
          fetch: fetchApi.fetch,
          baseUrl: () => discoveryApi.getBaseUrl('aks'),
        }),
    }),
  ],
  routes: { exposure: exposureRouteRef },
});

/**
 * The Ingress card, for the overview of an entity's page. It links to the
 * Exposure tab where the app has mounted that.
 *
 * @public
 */
export const EntityAksIngressCard: () => JSX.Element = aksPlugin.provide(
  createComponentExtension({
    name: 'EntityAksIngressCard',
    component: {
      lazy: () => import('./LinkedIngressCard').then(m => m.LinkedIngressCard),
    },
  }),
);

/**
 * The Exposure tab, for an `EntityLayout.Route` of an entity's page.
 *
 * @public
 */
export const EntityAksExposureContent: () => JSX.Element = aksPlugin.provide(
  createRoutableExtension({
    name: 'EntityAksExposureContent',
    component: () =>
      import('../exposure/ExposureContent').then(m => m.ExposureContent),
    mountPoint: exposureRouteRef,
  }),
);
