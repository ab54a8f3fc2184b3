import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { aksApiRef } from '../api';
import { aksPlugin } from '../plugin';
import { FakeAks } from './FakeAks';

// So that links to entities lead somewhere.
const entityPage = PageBlueprint.make({
  name: 'entity',
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: entityRouteRef,
    loader: async () => <main />,
  },
});

/** Opens a page of the fleet by its address, in an app for tests. */
export function openFleetPage(path: string, aks: FakeAks) {
  return renderTestApp({
    extensions: [
      entityPage,
      aksPlugin.getExtension('page:aks'),
      aksPlugin.getExtension('sub-page:aks/hosts'),
      aksPlugin.getExtension('sub-page:aks/status'),
    ],
    apis: [[aksApiRef, aks]],
    initialRouteEntries: [path],
  });
}
