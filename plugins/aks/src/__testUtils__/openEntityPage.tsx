import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { aksApiRef } from '../api';
import { aksPlugin } from '../plugin';
import { kubernetesRouteRef } from '../routes';
import { shopFront } from './entities';
import { FakeAks } from './FakeAks';
import { FakeSignals } from './FakeSignals';

const card = aksPlugin.getExtension('entity-card:aks/ingress');
const tab = aksPlugin.getExtension('entity-content:aks/exposure');
const extensions = { card: [card], tab: [tab], both: [card, tab] };

/** Opens an entity's page with the plugin's extensions, in an app for tests. */
export function openEntityPage(options: {
  with: keyof typeof extensions;
  aks: FakeAks;
  entity?: Entity;
  signals?: FakeSignals;
  /** What follows the address of the tab, such as `?host=shop.example`. */
  search?: string;
  /** Whether the app has Backstage's Kubernetes plugin as well. */
  withKubernetes?: boolean;
}) {
  const { aks, signals, entity = shopFront } = options;
  const mountedRoutes: Record<string, typeof kubernetesRouteRef> =
    options.withKubernetes ? { '/kubernetes': kubernetesRouteRef } : {};
  const page = {
    extensions: [createTestEntityPage({ entity }), ...extensions[options.with]],
    initialRouteEntries: [`/${options.search ?? ''}`],
    mountedRoutes,
  };
  return signals
    ? renderTestApp({
        ...page,
        apis: [
          [aksApiRef, aks],
          [signalApiRef, signals],
        ],
      })
    : renderTestApp({ ...page, apis: [[aksApiRef, aks]] });
}
