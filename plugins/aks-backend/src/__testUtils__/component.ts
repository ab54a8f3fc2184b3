import { Entity } from '@backstage/catalog-model';

/** A Component with these annotations of the Kubernetes plugin. */
export function component(
  name: string,
  annotations: {
    id?: string;
    selector?: string;
    namespace?: string;
    cluster?: string;
  } = {},
): Entity {
  const entries = {
    'backstage.io/kubernetes-id': annotations.id,
    'backstage.io/kubernetes-label-selector': annotations.selector,
    'backstage.io/kubernetes-namespace': annotations.namespace,
    'backstage.io/kubernetes-cluster': annotations.cluster,
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: Object.fromEntries(
        Object.entries(entries).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value]],
        ),
      ),
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'storefront' },
  };
}
