import { Entity } from '@backstage/catalog-model';

/** A component of the shop that is tied to its workloads. */
export const shopFront: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop-front',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'shop-front' },
  },
  spec: { type: 'service', owner: 'team-shop', lifecycle: 'production' },
};

/** The same component before anybody has annotated it. */
export const unannotatedShopFront: Entity = {
  ...shopFront,
  metadata: { ...shopFront.metadata, annotations: {} },
};
