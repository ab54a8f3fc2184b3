import { event } from './event';
import {
  gateway,
  gatewayCheckout,
  gatewayClass,
  httpRoute,
} from './gatewayManifests';
import {
  checkout,
  classOf,
  HOST,
  ingress,
  ingressClass,
  Manifest,
} from './manifests';
import { RuleFixture } from './RuleFixture';

const NGINX = 'webapprouting.kubernetes.azure.com/nginx';

const URI = 'https://contoso.vault.azure.example/certificates/checkout';

function challenge(namespace: string, reason: string): Manifest {
  return {
    apiVersion: 'acme.cert-manager.io/v1',
    kind: 'Challenge',
    metadata: { name: 'checkout-1', namespace },
    spec: {
      type: 'HTTP-01',
      dnsName: HOST,
      authorizationURL: 'https://acme.contoso.example/authorization/1',
      url: 'https://acme.contoso.example/challenge/1',
      issuerRef: { name: 'letsencrypt', kind: 'Issuer' },
      key: 'none',
      token: 'none',
      solver: { http01: { ingress: { ingressClassName: classOf(namespace) } } },
    },
    status: { state: 'pending', presented: false, processing: true, reason },
  };
}

function onVault(
  namespace: string,
  options: Record<string, string>,
  more: Manifest[] = [],
): Manifest[] {
  const kubernetesAzure = Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      `kubernetes.azure.com/${key}`,
      value,
    ]),
  );
  return gatewayCheckout(namespace, {
    class: [gatewayClass(namespace, undefined, { name: 'approuting-istio' })],
    gateway: [
      gateway(namespace, {
        className: 'approuting-istio',
        listeners: [
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            tls: { mode: 'Terminate', options: kubernetesAzure },
          },
        ],
      }),
    ],
    route: [httpRoute(namespace)],
    more,
  });
}

function invalidInput(namespace: string, why: string): Manifest {
  return event(
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      namespace,
      name: 'public',
    },
    {
      reason: 'InvalidInput',
      message: `error while processing Keyvault reference: ${why}`,
    },
  );
}

function externalDns(namespace: string, zone: string): Manifest {
  return {
    apiVersion: 'approuting.kubernetes.azure.com/v1alpha1',
    kind: 'ExternalDNS',
    metadata: { name: 'public', namespace },
    spec: {
      resourceName: 'public',
      tenantId: '00000000-0000-0000-0000-000000000000',
      dnsZoneResourceIDs: [
        `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/dns/providers/Microsoft.Network/dnszones/${zone}`,
      ],
      resourceTypes: ['ingress'],
      identity: { type: 'workloadIdentity', serviceAccount: 'external-dns' },
    },
    status: { externalDNSReadyReplicas: 0, externalDNSUnavailableReplicas: 0 },
  };
}

function withoutAccount(namespace: string): Manifest {
  return event(
    {
      apiVersion: 'approuting.kubernetes.azure.com/v1alpha1',
      kind: 'ExternalDNS',
      namespace,
      name: 'public',
    },
    {
      reason: 'FailedUpdateOrCreateExternalDNSResources',
      message: `failed identity verification: serviceAccount external-dns does not exist in namespace ${namespace}`,
    },
  );
}

/** What the add-ons of AKS and cert-manager say beside the Ingress or Gateway. */
export const addOnFixtures: readonly RuleFixture[] = [
  {
    rule: 'IN19',
    name: 'a challenge that the admission of NGINX refuses',
    hop: 'listener',
    severity: 'warning',
    alsoFound: ['IN29'],
    broken: ({ namespace }) =>
      checkout(namespace, {
        class: [ingressClass(namespace, NGINX)],
        more: [
          challenge(
            namespace,
            'admission webhook "validate.nginx.ingress.kubernetes.io" denied the request: ingress contains invalid paths: path /.well-known/acme-challenge/none cannot be used with pathType Exact',
          ),
        ],
      }),
    healthy: ({ namespace }) =>
      checkout(namespace, {
        class: [ingressClass(namespace, NGINX)],
        more: [
          challenge(
            namespace,
            'Waiting for HTTP-01 challenge propagation: wrong status code',
          ),
        ],
      }),
  },
  {
    rule: 'IN21',
    name: 'an Application Gateway that is stopped',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      checkout(namespace, {
        class: [ingressClass(namespace, 'azure/application-gateway')],
        ingress: [ingress(namespace, {}, { status: {} })],
        more: [stopped(namespace)],
      }),
    // It was stopped, and is not any more.
    healthy: ({ namespace }) =>
      checkout(namespace, {
        class: [ingressClass(namespace, 'azure/application-gateway')],
        more: [stopped(namespace)],
      }),
  },
  {
    rule: 'IN26',
    name: 'a certificate of Key Vault without a service account',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      onVault(namespace, { 'tls-cert-keyvault-uri': URI }),
    healthy: ({ namespace }) =>
      onVault(namespace, {
        'tls-cert-keyvault-uri': URI,
        'tls-cert-service-account': 'checkout',
      }),
  },
  {
    rule: 'IN26',
    name: 'a service account without a certificate of Key Vault',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      onVault(namespace, { 'tls-cert-service-account': 'checkout' }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  ...[
    'service account checkout does not exist in namespace shop',
    'service account checkout was specified but does not include necessary annotation for workload identity',
    `invalid secret uri: ${URI}`,
  ].map(
    (why): RuleFixture => ({
      rule: 'IN26',
      name: `options of which application routing says: ${why}`,
      hop: 'listener',
      severity: 'error',
      broken: ({ namespace }) =>
        onVault(
          namespace,
          {
            'tls-cert-keyvault-uri': URI,
            'tls-cert-service-account': 'checkout',
          },
          [invalidInput(namespace, why)],
        ),
      healthy: ({ namespace }) =>
        onVault(namespace, {
          'tls-cert-keyvault-uri': URI,
          'tls-cert-service-account': 'checkout',
        }),
    }),
  ),
  {
    rule: 'IN27',
    name: 'an external-dns without its service account',
    hop: 'address',
    severity: 'warning',
    broken: ({ namespace }) =>
      checkout(namespace, {
        more: [
          externalDns(namespace, 'contoso.example'),
          withoutAccount(namespace),
        ],
      }),
    // That one is for other names.
    healthy: ({ namespace }) =>
      checkout(namespace, {
        more: [
          externalDns(namespace, 'fabrikam.example'),
          withoutAccount(namespace),
        ],
      }),
  },
];

function stopped(namespace: string): Manifest {
  return event(
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      namespace,
      name: 'checkout',
    },
    {
      type: 'Normal',
      reason: 'ResetIngressStatus',
      message: `Reset IP for Ingress ${namespace}/checkout. Application Gateway /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/net/providers/Microsoft.Network/applicationGateways/edge is in stopped state`,
    },
  );
}
