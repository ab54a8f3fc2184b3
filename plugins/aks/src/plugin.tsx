import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiRouteLine } from '@remixicon/react';
import { AksClient } from '@backstage-aks/plugin-aks-common';
import { aksApiRef } from './api';
import { annotatedFilter, exposableFilter } from './availability';
import {
  exposureRouteRef,
  fleetRouteRef,
  hostsRouteRef,
  kubernetesRouteRef,
  statusRouteRef,
} from './routes';

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
      const { LinkedExposureContent } = await import(
        './exposure/LinkedExposureContent'
      );
      return <LinkedExposureContent />;
    },
  },
});

const fleetPage = PageBlueprint.make({
  params: {
    path: '/aks',
    title: 'AKS',
    icon: <RiRouteLine />,
    routeRef: fleetRouteRef,
  },
});

const hostsPage = SubPageBlueprint.make({
  name: 'hosts',
  params: {
    path: 'hosts',
    title: 'Hosts',
    routeRef: hostsRouteRef,
    loader: async () => {
      const { HostsPage } = await import('./fleet/hosts/HostsPage');
      return <HostsPage />;
    },
  },
});

const statusPage = SubPageBlueprint.make({
  name: 'status',
  params: {
    path: 'status',
    title: 'Status',
    routeRef: statusRouteRef,
    loader: async () => {
      const { StatusPage } = await import('./fleet/status/StatusPage');
      return <StatusPage />;
    },
  },
});

/**
 * The AKS plugin: what a service looks like on its clusters, and the fleet.
 *
 * @public
 */
export const aksPlugin = createFrontendPlugin({
  pluginId: 'aks',
  title: 'AKS',
  icon: <RiRouteLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: fleetRouteRef,
    hosts: hostsRouteRef,
    status: statusRouteRef,
    exposure: exposureRouteRef,
  },
  externalRoutes: { kubernetes: kubernetesRouteRef },
  extensions: [
    aksApi,
    ingressCard,
    exposureContent,
    fleetPage,
    hostsPage,
    statusPage,
  ],
});
