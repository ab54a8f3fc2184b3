import { Labels } from '@backstage-aks/insight';
import {
  RESOURCE_TYPE_AKS_CLUSTER,
  RESOURCE_TYPE_AKS_NAMESPACE,
} from '@backstage-aks/plugin-aks-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/**
 * A cluster, as permission rules see it.
 *
 * @public
 */
export interface ClusterResource {
  slug: string;
  name: string;
  environment: string;
}

/**
 * A namespace of one cluster, as permission rules see it.
 *
 * @public
 */
export interface NamespaceResource {
  cluster: ClusterResource;
  name: string;
  labels: Labels;
  /** Entity references of the catalog owners that the platform bound. */
  owners: string[];
  /** True where nobody owns it and `aks.ownership.unbound` is `allow`. */
  openToAll: boolean;
}

/**
 * What a rule asks for, where conditions become a query: the resource has one
 * of the values at the property.
 *
 * @public
 */
export interface ResourceQuery {
  property: 'environment' | 'owner' | 'label';
  key?: string;
  values: string[];
}

/**
 * Clusters in permission rules. A resource reference is the cluster's slug.
 *
 * @public
 */
export const aksClusterResourceRef = createPermissionResourceRef<
  ClusterResource,
  ResourceQuery
>().with({ pluginId: 'aks', resourceType: RESOURCE_TYPE_AKS_CLUSTER });

/**
 * Namespaces in permission rules. A resource reference is the cluster's slug
 * and the namespace, joined by a slash: `3f2a91c0/shop`.
 *
 * @public
 */
export const aksNamespaceResourceRef = createPermissionResourceRef<
  NamespaceResource,
  ResourceQuery
>().with({ pluginId: 'aks', resourceType: RESOURCE_TYPE_AKS_NAMESPACE });
