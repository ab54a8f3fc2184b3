import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiRouteLine } from '@remixicon/react';
import { AksClient } from '@backstage-aks/plugin-aks-common';
import { aksApiRef } from './api';
import { annotatedFilter, exposableFilter } from './availability';
import { exposureRouteRef } from './routes';

const aksApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: aksApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        new AksClient({
          fetch: fetchApi.fetch,
          baseUrl: async () => 'plugin://aks',
        }),
    }),
});

const ingressCard = EntityCardBlueprint.make({
  name: 'ingress',
  params: {
    filter: annotatedFilter,
    loader: async () => {
      const { LinkedIngressCard } = await import('./ingress/LinkedIngressCard');
      return <LinkedIngressCard />;
    },
  },
});

const exposureContent = EntityContentBlueprint.make({
  name: 'exposure',
  params: {
    path: '/exposure',
    title: 'Exposure',
    group: 'operation',
    icon: <RiRouteLine />,
    routeRef: exposureRouteRef,
    filter: exposableFilter,
    loader: async () => {
      const { ExposureContent } = await import('./exposure/ExposureContent');
      return <ExposureContent />;
    },
  },
});

/**
 * The AKS plugin: what a service looks like on its clusters.
 *
 * @public
 */
export const aksPlugin = createFrontendPlugin({
  pluginId: 'aks',
  title: 'AKS',
  icon: <RiRouteLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { exposure: exposureRouteRef },
  extensions: [aksApi, ingressCard, exposureContent],
});
