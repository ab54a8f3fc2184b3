import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const workloadKind = FormFieldBlueprint.make({
  name: 'aks-workload-kind',
  params: {
    field: () => import('./kind/workloadKind').then(m => m.workloadKind),
  },
});

const manifests = FormFieldBlueprint.make({
  name: 'aks-manifests',
  params: {
    field: () => import('./manifests/manifests').then(m => m.manifests),
  },
});

const destination = FormFieldBlueprint.make({
  name: 'aks-destination',
  params: {
    field: () => import('./destination/destination').then(m => m.destination),
  },
});

/**
 * Adds to templates: the fields `AksWorkloadKind`, `AksManifests` and
 * `AksDestination`.
 *
 * @public
 */
export const scaffolderModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [workloadKind, manifests, destination],
});
