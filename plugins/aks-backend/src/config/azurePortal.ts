/**
 * How Azure names an AKS cluster. Azure itself does not mind upper and lower
 * case in it.
 */
export const CLUSTER_RESOURCE_ID =
  /^\/subscriptions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourceGroups\/[\p{L}\p{N}_().-]{1,90}\/providers\/Microsoft\.ContainerService\/managedClusters\/[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/iu;

/**
 * Where the Azure portal shows a resource. The form is that of Microsoft's own
 * AKS tools for VS Code (2026-11-28).
 *
 * @param portal - The portal of the cloud that the resource is in.
 */
export function azurePortalHref(portal: string, resourceId: string): string {
  const encoded = resourceId.split('/').map(encodeURIComponent).join('/');
  return `${portal.replace(/\/+$/, '')}/#resource${encoded}`;
}
