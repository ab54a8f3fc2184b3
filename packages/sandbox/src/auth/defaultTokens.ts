import { AccessRule, TokenGrant } from './AccessRule';

const READ = ['get', 'list', 'watch'];

const READER_RULES: AccessRule[] = [
  {
    verbs: READ,
    apiGroups: [''],
    resources: [
      'configmaps',
      'endpoints',
      'events',
      'limitranges',
      'namespaces',
      'nodes',
      'persistentvolumeclaims',
      'persistentvolumes',
      'pods',
      'replicationcontrollers',
      'resourcequotas',
      'serviceaccounts',
      'services',
    ],
  },
  {
    verbs: READ,
    apiGroups: [
      'acme.cert-manager.io',
      'apiextensions.k8s.io',
      'approuting.kubernetes.azure.com',
      'apps',
      'autoscaling',
      'autoscaling.k8s.io',
      'batch',
      'cert-manager.io',
      'discovery.k8s.io',
      'events.k8s.io',
      'externaldns.k8s.io',
      'gateway.networking.k8s.io',
      'karpenter.azure.com',
      'karpenter.sh',
      'keda.sh',
      'metrics.k8s.io',
      'networking.k8s.io',
      'policy',
      'scheduling.k8s.io',
      'secrets-store.csi.x-k8s.io',
      'storage.k8s.io',
      'wgpolicyk8s.io',
    ],
    resources: ['*'],
  },
];

/**
 * The tokens a sandbox cluster knows unless told otherwise: `sandbox-admin`
 * may do everything, `sandbox-reader` reads what a portal needs and no
 * Secrets.
 */
export const defaultTokens: Record<string, TokenGrant> = {
  'sandbox-admin': {
    user: 'sandbox-admin',
    groups: ['system:masters'],
    rules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
  },
  'sandbox-reader': {
    user: 'system:serviceaccount:backstage:portal-reader',
    groups: ['system:serviceaccounts', 'system:serviceaccounts:backstage'],
    rules: READER_RULES,
  },
};
