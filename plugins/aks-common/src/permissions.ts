import { createPermission } from '@backstage/plugin-permission-common';

/**
 * A cluster of the fleet, as a resource of the permission framework.
 *
 * @public
 */
export const RESOURCE_TYPE_AKS_CLUSTER = 'aks-cluster';

/**
 * A namespace of one cluster, as a resource of the permission framework.
 *
 * @public
 */
export const RESOURCE_TYPE_AKS_NAMESPACE = 'aks-namespace';

/**
 * See that a cluster exists, its state and what is scoped to it as a whole.
 *
 * @public
 */
export const aksClusterReadPermission = createPermission({
  name: 'aks.cluster.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_AKS_CLUSTER,
});

/**
 * See what is in a namespace. Beside it a service view needs the right to read
 * the catalog entity.
 *
 * @public
 */
export const aksNamespaceReadPermission = createPermission({
  name: 'aks.namespace.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_AKS_NAMESPACE,
});

/**
 * Every permission of the AKS plugins.
 *
 * @public
 */
export const aksPermissions = [
  aksClusterReadPermission,
  aksNamespaceReadPermission,
];
