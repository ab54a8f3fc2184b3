import { KindDefinition } from './KindDefinition';
import { customKindsOf } from './kindRows';

/**
 * Kinds of the add-ons a cluster of this fleet usually has, as their
 * CustomResourceDefinitions declare them: cert-manager, external-dns, Gateway
 * API, KEDA, Vertical Pod Autoscaler, Karpenter, application routing, the Secrets
 * Store driver. A cluster serves an add-on's
 * kinds once one of its objects, or its definition, is loaded.
 */
export const addOnKinds: KindDefinition[] = [
  ...customKindsOf('acme.cert-manager.io', 'v1', [
    [
      'Challenge',
      'challenges',
      {
        categories: ['cert-manager', 'cert-manager-acme'],
        subresources: ['status'],
      },
    ],
    [
      'Order',
      'orders',
      {
        categories: ['cert-manager', 'cert-manager-acme'],
        subresources: ['status'],
      },
    ],
  ]),
  ...customKindsOf('approuting.kubernetes.azure.com', 'v1alpha1', [
    [
      'ClusterExternalDNS',
      'clusterexternaldnses',
      { scope: 'Cluster', subresources: ['status'] },
    ],
    ['ExternalDNS', 'externaldnses', { subresources: ['status'] }],
    [
      'NginxIngressController',
      'nginxingresscontrollers',
      { scope: 'Cluster', shortNames: ['nic'], subresources: ['status'] },
    ],
  ]),
  ...customKindsOf('autoscaling.k8s.io', 'v1', [
    [
      'VerticalPodAutoscalerCheckpoint',
      'verticalpodautoscalercheckpoints',
      { shortNames: ['vpacheckpoint'] },
    ],
    [
      'VerticalPodAutoscaler',
      'verticalpodautoscalers',
      { shortNames: ['vpa'], subresources: ['status'] },
    ],
  ]),
  ...customKindsOf('cert-manager.io', 'v1', [
    [
      'CertificateRequest',
      'certificaterequests',
      {
        shortNames: ['cr', 'crs'],
        categories: ['cert-manager'],
        subresources: ['status'],
      },
    ],
    [
      'Certificate',
      'certificates',
      {
        shortNames: ['cert', 'certs'],
        categories: ['cert-manager'],
        subresources: ['status'],
      },
    ],
    [
      'ClusterIssuer',
      'clusterissuers',
      {
        scope: 'Cluster',
        shortNames: ['ciss'],
        categories: ['cert-manager'],
        subresources: ['status'],
      },
    ],
    [
      'Issuer',
      'issuers',
      {
        shortNames: ['iss'],
        categories: ['cert-manager'],
        subresources: ['status'],
      },
    ],
  ]),
  ...customKindsOf('externaldns.k8s.io', 'v1alpha1', [
    ['DNSEndpoint', 'dnsendpoints', { subresources: ['status'] }],
  ]),
  ...customKindsOf('gateway.networking.k8s.io', 'v1', [
    [
      'GatewayClass',
      'gatewayclasses',
      {
        scope: 'Cluster',
        shortNames: ['gc'],
        categories: ['gateway-api'],
        subresources: ['status'],
      },
    ],
    [
      'Gateway',
      'gateways',
      {
        shortNames: ['gtw'],
        categories: ['gateway-api'],
        subresources: ['status'],
      },
    ],
    [
      'GRPCRoute',
      'grpcroutes',
      { categories: ['gateway-api'], subresources: ['status'] },
    ],
    [
      'HTTPRoute',
      'httproutes',
      { categories: ['gateway-api'], subresources: ['status'] },
    ],
    [
      'ListenerSet',
      'listenersets',
      {
        shortNames: ['lset'],
        categories: ['gateway-api'],
        subresources: ['status'],
      },
    ],
    [
      'ReferenceGrant',
      'referencegrants',
      { shortNames: ['refgrant'], categories: ['gateway-api'] },
    ],
  ]),
  ...customKindsOf('gateway.networking.k8s.io', 'v1beta1', [
    [
      'GatewayClass',
      'gatewayclasses',
      {
        scope: 'Cluster',
        shortNames: ['gc'],
        categories: ['gateway-api'],
        subresources: ['status'],
      },
    ],
    [
      'Gateway',
      'gateways',
      {
        shortNames: ['gtw'],
        categories: ['gateway-api'],
        subresources: ['status'],
      },
    ],
    [
      'HTTPRoute',
      'httproutes',
      { categories: ['gateway-api'], subresources: ['status'] },
    ],
    [
      'ReferenceGrant',
      'referencegrants',
      { shortNames: ['refgrant'], categories: ['gateway-api'] },
    ],
  ]),
  ...customKindsOf('karpenter.azure.com', 'v1beta1', [
    [
      'AKSNodeClass',
      'aksnodeclasses',
      {
        scope: 'Cluster',
        shortNames: ['aksnc', 'aksncs'],
        categories: ['karpenter', 'nap'],
        subresources: ['status'],
      },
    ],
  ]),
  ...customKindsOf('karpenter.azure.com', 'v1alpha2', [
    [
      'AKSNodeClass',
      'aksnodeclasses',
      {
        scope: 'Cluster',
        shortNames: ['aksnc', 'aksncs'],
        categories: ['karpenter', 'nap'],
        subresources: ['status'],
      },
    ],
  ]),
  ...customKindsOf('karpenter.sh', 'v1', [
    [
      'NodeClaim',
      'nodeclaims',
      {
        scope: 'Cluster',
        categories: ['karpenter', 'nap'],
        subresources: ['status'],
      },
    ],
    [
      'NodePool',
      'nodepools',
      {
        scope: 'Cluster',
        categories: ['karpenter', 'nap'],
        subresources: ['status', 'scale'],
      },
    ],
  ]),
  ...customKindsOf('keda.sh', 'v1alpha1', [
    [
      'ClusterTriggerAuthentication',
      'clustertriggerauthentications',
      {
        scope: 'Cluster',
        shortNames: ['cta', 'clustertriggerauth'],
        subresources: ['status'],
      },
    ],
    [
      'ScaledJob',
      'scaledjobs',
      { shortNames: ['sj'], subresources: ['status'] },
    ],
    [
      'ScaledObject',
      'scaledobjects',
      { shortNames: ['so'], subresources: ['status'] },
    ],
    [
      'TriggerAuthentication',
      'triggerauthentications',
      { shortNames: ['ta', 'triggerauth'], subresources: ['status'] },
    ],
  ]),
  ...customKindsOf('secrets-store.csi.x-k8s.io', 'v1', [
    ['SecretProviderClass', 'secretproviderclasses', {}],
    ['SecretProviderClassPodStatus', 'secretproviderclasspodstatuses', {}],
  ]),
];
