import { fields, list, named, plain, Shape } from '../Shape';
import { conditions, localName, object, reference, selector } from './common';

const ingressTemplate = fields(named('class', 'ingressClassName', 'name'));

const solvers = list(
  fields({
    selector: fields({
      ...selector.fields,
      matchLabels: 'labels',
      dnsNames: list('name'),
      dnsZones: list('name'),
    }),
    http01: fields({
      ingress: ingressTemplate,
      gatewayHTTPRoute: fields({ parentRefs: list(reference) }),
    }),
    dns01: fields({
      azureDNS: fields({
        environment: 'plain',
        ...named('hostedZoneName', 'resourceGroupName'),
      }),
    }),
  }),
);

// Of issuers that sign in somewhere, only which kind they are.
const issuer = object({
  spec: fields({
    acme: fields({
      server: 'url',
      ...plain('preferredChain', 'skipTLSVerify'),
      privateKeySecretRef: reference,
      solvers,
    }),
    ca: fields({ secretName: 'name' }),
    selfSigned: fields({}),
    vault: fields({}),
    venafi: fields({}),
  }),
  status: fields({ conditions }),
});

/** cert-manager. */
export const certificateShapes: Record<string, Shape> = {
  'cert-manager.io/Certificate': object({
    spec: fields({
      ...plain(
        'duration',
        'encodeUsagesInRequest',
        'isCA',
        'renewBefore',
        'renewBeforePercentage',
        'revisionHistoryLimit',
        'signatureAlgorithm',
      ),
      ...named('commonName', 'secretName'),
      dnsNames: list('name'),
      ipAddresses: list('plain'),
      issuerRef: reference,
      privateKey: fields(
        plain('algorithm', 'encoding', 'rotationPolicy', 'size'),
      ),
      usages: list('plain'),
    }),
    status: fields({
      ...plain(
        'failedIssuanceAttempts',
        'lastFailureTime',
        'notAfter',
        'notBefore',
        'renewalTime',
        'revision',
      ),
      nextPrivateKeySecretName: 'name',
      conditions,
    }),
  }),
  'cert-manager.io/CertificateRequest': object({
    spec: fields({
      ...plain('duration', 'isCA'),
      issuerRef: reference,
      usages: list('plain'),
    }),
    status: fields({ failureTime: 'plain', conditions }),
  }),
  'cert-manager.io/Issuer': issuer,
  'cert-manager.io/ClusterIssuer': issuer,
  'acme.cert-manager.io/Order': object({
    spec: fields({
      ...plain('duration'),
      commonName: 'name',
      dnsNames: list('name'),
      ipAddresses: list('plain'),
      issuerRef: reference,
    }),
    status: fields({
      ...plain('state', 'failureTime'),
      authorizations: list(
        fields({ ...plain('initialState', 'wildcard'), identifier: 'name' }),
      ),
    }),
  }),
  'acme.cert-manager.io/Challenge': object({
    spec: fields({
      ...plain('type', 'wildcard'),
      dnsName: 'name',
      issuerRef: reference,
      solver: fields({
        http01: fields({ ingress: ingressTemplate }),
        dns01: fields({}),
      }),
    }),
    status: fields(plain('presented', 'processing', 'state')),
  }),
  'secrets-store.csi.x-k8s.io/SecretProviderClassPodStatus': object({
    status: fields({
      mounted: 'plain',
      ...named('podName', 'secretProviderClassName'),
      objects: list(localName),
    }),
  }),
};
