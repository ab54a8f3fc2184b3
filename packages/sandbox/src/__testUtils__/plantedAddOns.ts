import { JsonObject } from '../objects/json';

/** A password that only the name of its parameter tells from a threshold. */
export const NUMERIC_PASSWORD = '9077812346667';

/** How secrets are planted. */
interface Planting {
  custom: (
    apiVersion: string,
    kind: string,
    spec: Record<string, unknown>,
    namespace?: string,
  ) => JsonObject;
  plant: (place: string) => string;
  encoded: (place: string) => string;
  podSpec: (name: string) => JsonObject;
}

/** Objects of add-ons with secrets in all places their schemas have. */
export function plantedAddOns(planting: Planting): JsonObject[] {
  return [
    ...issuers(planting),
    ...scalers(planting),
    ...routes(planting),
    ...others(planting),
  ];
}

function issuers({ custom, plant, encoded, podSpec }: Planting) {
  const issuer = (kind: string) => ({
    acme: {
      server: `https://user:${encodeURIComponent(
        plant(`${kind}: password`),
      )}@acme.example.com/directory?key=${plant(`${kind}: query`)}`,
      email: plant(`${kind}: email`),
      caBundle: encoded(`${kind}: ca`),
      profile: plant(`${kind}: profile`),
      externalAccountBinding: { keyID: plant(`${kind}: key`) },
      solvers: [
        {
          http01: {
            ingress: {
              class: 'nginx',
              podTemplate: { spec: podSpec(`${kind} solver`) },
            },
          },
        },
        {
          dns01: {
            azureDNS: {
              hostedZoneName: 'contoso.example',
              clientID: plant(`${kind}: client`),
              tenantID: plant(`${kind}: tenant`),
            },
            route53: { accessKeyID: plant(`${kind}: access key`) },
            webhook: { config: { apiKey: plant(`${kind}: webhook`) } },
          },
        },
      ],
    },
    vault: {
      server: `https://vault.example/${plant(`${kind}: vault server`)}`,
      caBundle: encoded(`${kind}: vault ca`),
      auth: { appRole: { roleId: plant(`${kind}: vault role`) } },
    },
    venafi: { tpp: { url: plant(`${kind}: venafi`) } },
  });
  return [
    custom('cert-manager.io/v1', 'Issuer', issuer('Issuer')),
    custom('cert-manager.io/v1', 'ClusterIssuer', issuer('ClusterIssuer'), ''),
    custom('cert-manager.io/v1', 'Certificate', {
      secretName: 'shop-tls',
      emailAddresses: [plant('Certificate: email')],
      literalSubject: plant('Certificate: subject'),
      keystores: { pkcs12: { password: plant('Certificate: keystore') } },
      secretTemplate: {
        annotations: { note: plant('Certificate: annotation of its Secret') },
      },
    }),
    custom('cert-manager.io/v1', 'CertificateRequest', {
      request: encoded('CertificateRequest: request'),
      username: plant('CertificateRequest: user'),
      extra: { key: [plant('CertificateRequest: extra')] },
    }),
    custom('acme.cert-manager.io/v1', 'Order', {
      request: encoded('Order: request'),
      replaces: plant('Order: replaces'),
    }),
    custom('acme.cert-manager.io/v1', 'Challenge', {
      key: plant('Challenge: key'),
      token: plant('Challenge: token'),
      url: `https://acme.example/${plant('Challenge: url')}`,
      solver: {
        dns01: { webhook: { config: { apiKey: plant('Challenge: webhook') } } },
      },
    }),
  ];
}

function scalers({ custom, plant, podSpec }: Planting) {
  const triggers = (kind: string) => [
    {
      type: 'azure-servicebus',
      metadata: {
        connection: plant(`${kind}: connection`),
        password: NUMERIC_PASSWORD,
        messageCount: '50',
        queueLength: plant(`${kind}: threshold that is no number`),
      },
    },
  ];
  const authentication = (kind: string) => ({
    hashiCorpVault: { credential: { token: plant(`${kind}: vault`) } },
    azureKeyVault: { vaultUri: plant(`${kind}: key vault`) },
    env: [{ parameter: 'password', name: plant(`${kind}: env`) }],
    podIdentity: {
      provider: 'azure-workload',
      identityId: plant(`${kind}: identity`),
    },
  });
  const KEDA = 'keda.sh/v1alpha1';
  return [
    custom(KEDA, 'ScaledObject', {
      scaleTargetRef: { name: 'deployment' },
      advanced: {
        scalingModifiers: {
          formula: plant('ScaledObject: formula'),
          target: plant('ScaledObject: target'),
        },
      },
      triggers: triggers('ScaledObject'),
    }),
    custom(KEDA, 'ScaledJob', {
      jobTargetRef: { template: { spec: podSpec('ScaledJob') } },
      triggers: triggers('ScaledJob'),
    }),
    custom(
      KEDA,
      'TriggerAuthentication',
      authentication('TriggerAuthentication'),
    ),
    custom(
      KEDA,
      'ClusterTriggerAuthentication',
      authentication('ClusterTriggerAuthentication'),
      '',
    ),
    custom('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' },
      recommenders: [{ name: 'own', token: plant('VPA: recommender') }],
    }),
  ];
}

function routes({ custom, plant }: Planting) {
  const GATEWAY = 'gateway.networking.k8s.io/v1';
  const header = (place: string) => [
    { name: 'authorization', value: plant(place) },
  ];
  const filters = (place: string) => [
    {
      type: 'RequestHeaderModifier',
      requestHeaderModifier: {
        set: header(`${place}: set`),
        add: header(`${place}: add`),
      },
      responseHeaderModifier: { set: header(`${place}: response`) },
      urlRewrite: {
        path: {
          type: 'ReplaceFullPath',
          replaceFullPath: `/?token=${plant(`${place}: rewriting`)}`,
        },
      },
      requestRedirect: {
        path: {
          type: 'ReplacePrefixMatch',
          replacePrefixMatch: `/?token=${plant(`${place}: redirect`)}`,
        },
      },
    },
  ];
  const rules = (kind: string) => [
    {
      matches: [
        {
          headers: header(`${kind}: match`),
          queryParams: header(`${kind}: query`),
        },
      ],
      filters: filters(`${kind}: filter`),
      backendRefs: [
        { name: 'shop', port: 80, filters: filters(`${kind}: backend`) },
      ],
    },
  ];
  return [
    custom(GATEWAY, 'HTTPRoute', { rules: rules('HTTPRoute') }),
    custom(GATEWAY, 'GRPCRoute', { rules: rules('GRPCRoute') }),
    custom(GATEWAY, 'Gateway', {
      gatewayClassName: 'nginx',
      infrastructure: {
        annotations: { note: plant('Gateway: infrastructure') },
      },
      listeners: [
        {
          name: 'https',
          port: 443,
          protocol: 'HTTPS',
          tls: { options: { 'example.com/key': plant('Gateway: option') } },
        },
      ],
    }),
    custom(
      GATEWAY,
      'GatewayClass',
      { controllerName: 'x/y', description: plant('GatewayClass: text') },
      '',
    ),
  ];
}

function others({ custom, plant }: Planting) {
  return [
    custom('secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass', {
      provider: 'azure',
      parameters: {
        keyvaultName: 'contoso-vault',
        clientSecret: plant('SecretProviderClass: parameter'),
        objects: plant('SecretProviderClass: objects'),
      },
    }),
    custom('externaldns.k8s.io/v1alpha1', 'DNSEndpoint', {
      endpoints: [
        {
          dnsName: 'proof.contoso.example',
          recordType: 'TXT',
          targets: [plant('DNSEndpoint: text')],
          setIdentifier: plant('DNSEndpoint: identifier'),
          providerSpecific: [{ name: 'x', value: plant('DNSEndpoint: value') }],
        },
      ],
    }),
    custom(
      'approuting.kubernetes.azure.com/v1alpha1',
      'NginxIngressController',
      {
        ingressClassName: 'internal',
        loadBalancerAnnotations: {
          note: plant('NginxIngressController: note'),
        },
        defaultSSLCertificate: {
          keyVaultURI: plant('NginxIngressController: vault'),
        },
      },
      '',
    ),
    custom(
      'karpenter.azure.com/v1beta1',
      'AKSNodeClass',
      {
        tags: { owner: plant('AKSNodeClass: tag') },
      },
      '',
    ),
    custom(
      'karpenter.sh/v1',
      'NodePool',
      {
        template: {
          metadata: { annotations: { note: plant('NodePool: annotation') } },
        },
      },
      '',
    ),
  ];
}
