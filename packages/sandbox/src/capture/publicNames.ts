// What every cluster has, or what belongs to Kubernetes, Azure or their
// add-ons: it identifies nobody, and views give it a meaning.
const NAMES = new Set([
  'app-routing-system',
  'calico-system',
  'cert-manager',
  'default',
  'gatekeeper-system',
  'gateway-system',
  'ingress-nginx',
  'kube-node-lease',
  'kube-public',
  'kube-root-ca.crt',
  'kube-system',
  'kubernetes',
  'nginx',
  'nginx-internal',
  'system-cluster-critical',
  'system-node-critical',
  'webapprouting.kubernetes.azure.com',
]);

const PARTS = new Set([
  '',
  '*',
  'app',
  'azure',
  'azurefd',
  'azurewebsites',
  'cloudapp',
  'cluster',
  'com',
  'docker',
  'example',
  'false',
  'ghcr',
  'io',
  'k8s',
  'kubernetes',
  'letsencrypt',
  'local',
  'microsoft',
  'net',
  'org',
  'quay',
  'svc',
  'trafficmanager',
  'true',
  'xip',
]);

/** Whether a whole name says nothing about whose cluster it is. */
export function isPublicName(name: string): boolean {
  return NAMES.has(name) || name.startsWith('system:') || isAddress(name);
}

/** Whether a part of a name between dots says nothing. */
export function isPublicPart(part: string): boolean {
  return PARTS.has(part) || /^\d+$/.test(part);
}

/** Whether the values of a label are the same everywhere. */
export function tellsNothing(labelKey: string): boolean {
  return /^(beta\.)?kubernetes\.io\/(arch|os)$|^node\.kubernetes\.io\/|^topology\.|^failure-domain\.|^kubernetes\.azure\.com\/(mode|os-sku|scalesetpriority|storageprofile|storagetier)$|managed-by$|^pod-security\.kubernetes\.io\/|^karpenter\.(sh\/capacity-type|azure\.com\/sku-)|^service\.kubernetes\.io\/headless$/.test(
    labelKey,
  );
}

function isAddress(text: string): boolean {
  return /^(\d+\.){3}\d+$/.test(text) || /^[0-9a-f]*:[0-9a-f:]*$/.test(text);
}
