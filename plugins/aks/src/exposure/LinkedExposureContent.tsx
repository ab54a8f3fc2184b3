import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { kubernetesRouteRef } from '../routes';
import { ExposureContent } from './ExposureContent';
import { KubernetesHref } from './KubernetesHref';

/** The Exposure tab with links to the Kubernetes tab, where the app has it. */
export function LinkedExposureContent() {
  const { entity } = useEntity();
  const entityHref = useEntityRefLink()(entity);
  // The tab has no route of its own; its plugin's page tells that it is there.
  const installed = useRouteRef(kubernetesRouteRef) !== undefined;
  return (
    <KubernetesHref.Provider
      value={installed ? `${entityHref}/kubernetes` : undefined}
    >
      <ExposureContent />
    </KubernetesHref.Provider>
  );
}
