import { conditions, metadata, SECRET, UUID } from './common';

const issuerRef = { name: 'letsencrypt', kind: 'ClusterIssuer' };

const azureDns = {
  dns01: {
    azureDNS: {
      hostedZoneName: 'contoso.example',
      resourceGroupName: 'dns',
      subscriptionID: UUID,
      clientSecretSecretRef: { name: SECRET, key: SECRET },
    },
  },
  selector: { dnsZones: ['contoso.example'], dnsNames: ['a.contoso.example'] },
};

const issuer = {
  metadata,
  spec: {
    acme: {
      server: `https://user:${SECRET}@acme-staging-v02.api.letsencrypt.org/directory?key=${SECRET}`,
      email: `${SECRET}@contoso.example`,
      externalAccountBinding: { keyID: SECRET, keySecretRef: { name: SECRET } },
      privateKeySecretRef: { name: SECRET },
      solvers: [
        azureDns,
        { http01: { ingress: { ingressClassName: 'nginx' } } },
      ],
    },
  },
  status: { conditions, acme: { uri: `https://acme.example/${SECRET}` } },
};

const externalDns = {
  metadata,
  spec: {
    resourceName: 'public-dns',
    tenantID: UUID,
    dnsZoneResourceIDs: [
      '/subscriptions/s/resourceGroups/dns/providers/Microsoft.Network/dnszones/contoso.example',
    ],
    resourceTypes: ['gateway'],
    identity: { serviceAccount: 'shop' },
    filters: { gatewayLabels: SECRET },
  },
  status: { conditions, externalDNSReadyReplicas: 1 },
};

export const names = {
  Certificate: {
    metadata,
    spec: {
      secretName: 'shop-tls',
      issuerRef,
      commonName: 'shop.contoso.example',
      dnsNames: ['shop.contoso.example', '*.contoso.example'],
      duration: '2160h',
      renewBefore: '360h',
      renewBeforePercentage: 25,
      subject: { organizations: [SECRET] },
      keystores: { jks: { password: SECRET } },
    },
    status: {
      conditions,
      notBefore: '2026-11-01T08:00:00Z',
      notAfter: '2027-01-30T08:00:00Z',
      renewalTime: '2027-01-15T08:00:00Z',
      lastFailureTime: '2026-11-02T08:00:00Z',
      revision: 2,
      failedIssuanceAttempts: 1,
    },
  },
  CertificateRequest: {
    metadata: {
      ...metadata,
      annotations: {
        'cert-manager.io/certificate-name': 'shop',
        'cert-manager.io/certificate-revision': '2',
      },
    },
    spec: { issuerRef, request: SECRET, username: SECRET },
    status: {
      conditions,
      certificate: SECRET,
      ca: SECRET,
      failureTime: '2026-11-02T08:00:00Z',
    },
  },
  Order: {
    metadata,
    spec: { issuerRef, dnsNames: ['shop.contoso.example'], request: SECRET },
    status: {
      state: 'errored',
      reason: `${SECRET}: 429 urn:ietf:params:acme:error:rateLimited`,
      failureTime: '2026-11-02T08:00:00Z',
      url: SECRET,
      authorizations: [
        {
          identifier: 'shop.contoso.example',
          initialState: 'pending',
          challenges: [{ token: SECRET, url: SECRET }],
        },
      ],
    },
  },
  Challenge: {
    metadata,
    spec: {
      type: 'DNS-01',
      dnsName: 'shop.contoso.example',
      issuerRef,
      key: SECRET,
      token: SECRET,
      url: SECRET,
      solver: azureDns,
    },
    status: {
      state: 'pending',
      presented: true,
      reason: `Waiting for DNS-01 challenge propagation: ${SECRET}`,
    },
  },
  Issuer: issuer,
  ClusterIssuer: issuer,
  DNSEndpoint: {
    metadata,
    spec: {
      endpoints: [
        {
          dnsName: 'legacy.contoso.example',
          recordType: 'CNAME',
          targets: ['shop.contoso.example'],
          recordTTL: 300,
          labels: { SECRET },
        },
        { dnsName: 'a.contoso.example', recordType: 'TXT', targets: [SECRET] },
      ],
    },
    status: { observedGeneration: 3 },
  },
  ExternalDNS: externalDns,
  ClusterExternalDNS: externalDns,
};
