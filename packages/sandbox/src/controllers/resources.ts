import { Resource } from './ControllerContext';

/** The resources that controllers work with. */
export const PODS: Resource = ['', 'pods'];
export const NODES: Resource = ['', 'nodes'];
export const SERVICES: Resource = ['', 'services'];
export const NAMESPACES: Resource = ['', 'namespaces'];
export const EVENTS: Resource = ['', 'events'];
export const CONFIG_MAPS: Resource = ['', 'configmaps'];
export const SERVICE_ACCOUNTS: Resource = ['', 'serviceaccounts'];
export const RESOURCE_QUOTAS: Resource = ['', 'resourcequotas'];
export const DEPLOYMENTS: Resource = ['apps', 'deployments'];
export const REPLICA_SETS: Resource = ['apps', 'replicasets'];
export const STATEFUL_SETS: Resource = ['apps', 'statefulsets'];
export const DAEMON_SETS: Resource = ['apps', 'daemonsets'];
export const JOBS: Resource = ['batch', 'jobs'];
export const CRON_JOBS: Resource = ['batch', 'cronjobs'];
export const HORIZONTAL_POD_AUTOSCALERS: Resource = [
  'autoscaling',
  'horizontalpodautoscalers',
];
export const POD_DISRUPTION_BUDGETS: Resource = [
  'policy',
  'poddisruptionbudgets',
];
export const PERSISTENT_VOLUME_CLAIMS: Resource = [
  '',
  'persistentvolumeclaims',
];
export const PERSISTENT_VOLUMES: Resource = ['', 'persistentvolumes'];
export const STORAGE_CLASSES: Resource = ['storage.k8s.io', 'storageclasses'];
export const ENDPOINT_SLICES: Resource = ['discovery.k8s.io', 'endpointslices'];
export const INGRESSES: Resource = ['networking.k8s.io', 'ingresses'];
export const INGRESS_CLASSES: Resource = [
  'networking.k8s.io',
  'ingressclasses',
];

/** The store's name of a resource. */
export function storeName([group, plural]: Resource): string {
  return `${group}/${plural}`;
}
