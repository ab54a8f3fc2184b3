import { JsonObject } from '../objects/json';

/** Objects that hold a secret in every place where one can be. */
export interface Planted {
  objects: JsonObject[];
  /** The secrets, each with the place it is in. */
  secrets: Map<string, string>;
}

/** Plants a different secret in each place. */
export function planted(): Planted {
  const secrets = new Map<string, string>();
  const plant = (place: string) => {
    // Long enough to be found in other encodings, too.
    const secret = `pl@nted/${String(secrets.size).padStart(3, '0')} s3cret+`;
    secrets.set(secret, place);
    return secret;
  };
  const encoded = (place: string) =>
    Buffer.from(plant(place)).toString('base64');
  const metadata = (name: string, namespace?: string) => ({
    name,
    namespace,
    uid: `00000000-0000-4000-8000-${String(secrets.size).padStart(12, '0')}`,
    creationTimestamp: '2026-11-22T20:00:00Z',
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        spec: plant(`${name}: last applied`),
      }),
      'example.com/note': plant(`${name}: annotation`),
      'nginx.ingress.kubernetes.io/auth-tls-secret': plant(`${name}: auth`),
      'nginx.ingress.kubernetes.io/server-snippet': plant(`${name}: snippet`),
    },
    managedFields: [
      {
        manager: 'kubectl',
        operation: 'Update',
        apiVersion: 'v1',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:data': { [`f:${plant(`${name}: managed key`)}`]: {} },
          'f:set': { [`v:"${plant(`${name}: managed value`)}"`]: {} },
        },
      },
    ],
  });
  const condition = (name: string) => ({
    type: 'Ready',
    status: 'False',
    reason: 'Failed',
    message: plant(`${name}: condition`),
    unknownField: plant(`${name}: unknown field of a condition`),
  });
  const action = (name: string) => ({
    exec: { command: ['sh', '-c', plant(`${name}: exec`)] },
    httpGet: {
      path: `/health?token=${plant(`${name}: query`)}`,
      port: 80,
      httpHeaders: [{ name: 'Authorization', value: plant(`${name}: header`) }],
    },
  });
  const container = (name: string) => ({
    name: 'main',
    image: 'contoso.azurecr.example/shop:1',
    command: [plant(`${name}: command`)],
    args: [`--password=${plant(`${name}: args`)}`],
    workingDir: plant(`${name}: working directory`),
    env: [
      { name: 'PASSWORD', value: plant(`${name}: env`) },
      {
        name: 'REFERENCE',
        valueFrom: { secretKeyRef: { name: 'credentials', key: 'password' } },
      },
    ],
    livenessProbe: action(`${name} liveness`),
    readinessProbe: action(`${name} readiness`),
    startupProbe: action(`${name} startup`),
    lifecycle: {
      preStop: action(`${name} preStop`),
      postStart: action(`${name} postStart`),
    },
  });
  const podSpec = (name: string) => ({
    containers: [container(`${name} container`)],
    initContainers: [container(`${name} init container`)],
    ephemeralContainers: [container(`${name} ephemeral container`)],
    imagePullSecrets: [{ name: 'registry' }],
    volumes: [
      {
        name: 'vault',
        csi: {
          driver: 'secrets-store.csi.k8s.io',
          volumeAttributes: {
            secretProviderClass: 'vault',
            token: plant(`${name}: volume attribute`),
          },
        },
      },
      {
        name: 'flex',
        flexVolume: { options: { password: plant(`${name}: flex volume`) } },
      },
    ],
  });
  const template = (name: string) => ({
    metadata: {
      labels: { app: 'planted' },
      annotations: { 'vault.example.com/token': plant(`${name}: template`) },
    },
    spec: podSpec(name),
  });
  const workload = (kind: string, group: string) => ({
    apiVersion: `${group}/v1`,
    kind,
    metadata: metadata(kind.toLowerCase(), 'planted'),
    spec: {
      selector: { matchLabels: { app: 'planted' } },
      template: template(kind),
      strategy: { unknown: plant(`${kind}: strategy`) },
    },
    status: { conditions: [condition(kind)] },
  });
  const custom = (
    apiVersion: string,
    kind: string,
    spec: Record<string, unknown>,
    namespace: string | undefined = 'planted',
  ) => ({
    apiVersion,
    kind,
    metadata: metadata(kind.toLowerCase(), namespace),
    spec: { ...spec, unknown: plant(`${kind}: unknown field`) },
    status: {
      conditions: [condition(kind)],
      unknown: plant(`${kind}: status`),
    },
  });
  const objects: JsonObject[] = [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: metadata('planted'),
      status: { phase: 'Active', conditions: [condition('Namespace')] },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata('credentials', 'planted'),
      data: { password: encoded('Secret: data') },
      stringData: { password: plant('Secret: stringData') },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata('settings', 'planted'),
      data: { 'app.properties': plant('ConfigMap: data') },
      binaryData: { blob: encoded('ConfigMap: binaryData') },
    },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadata('robot', 'planted'),
      secrets: [{ name: 'robot-token' }],
      token: plant('ServiceAccount: token'),
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: metadata('pod', 'planted'),
      spec: podSpec('Pod'),
      status: {
        phase: 'Failed',
        message: plant('Pod: message'),
        conditions: [condition('Pod')],
        containerStatuses: [
          {
            name: 'main',
            state: { waiting: { reason: 'X', message: plant('waiting') } },
            lastState: {
              terminated: { exitCode: 1, message: plant('terminated') },
            },
          },
        ],
      },
    },
    workload('Deployment', 'apps'),
    workload('ReplicaSet', 'apps'),
    workload('StatefulSet', 'apps'),
    workload('DaemonSet', 'apps'),
    workload('Job', 'batch'),
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: metadata('cronjob', 'planted'),
      spec: {
        schedule: '0 0 1 1 *',
        suspend: true,
        jobTemplate: { spec: { template: template('CronJob') } },
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: metadata('revision', 'planted'),
      data: { spec: { template: template('ControllerRevision') } },
      revision: 1,
    },
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: metadata('event', 'planted'),
      involvedObject: { kind: 'Pod', name: 'pod', namespace: 'planted' },
      reason: 'Failed',
      message: plant('Event: message'),
      source: { component: 'kubelet', unknown: plant('Event: source') },
    },
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: metadata('planted-node'),
      status: {
        conditions: [condition('Node')],
        nodeInfo: {
          kubeletVersion: 'v1.36.2',
          machineID: plant('Node: machine'),
          systemUUID: plant('Node: system'),
        },
        images: [{ names: [plant('Node: image')] }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: metadata('volume'),
      spec: {
        csi: {
          driver: 'file.csi.azure.com',
          volumeAttributes: { accountKey: plant('PersistentVolume: csi') },
        },
        mountOptions: [`password=${plant('PersistentVolume: mount')}`],
      },
    },
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: metadata('class'),
      provisioner: 'file.csi.azure.com',
      parameters: { adminSecret: plant('StorageClass: parameter') },
      mountOptions: [`password=${plant('StorageClass: mount')}`],
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: metadata('webhook'),
      webhooks: [
        {
          name: 'hook.example.com',
          clientConfig: {
            url: `https://hooks.example.com/${plant('webhook: url')}`,
            caBundle: encoded('webhook: ca'),
          },
        },
      ],
    },
    {
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      metadata: metadata('request'),
      spec: { request: encoded('CertificateSigningRequest: request') },
      status: { certificate: encoded('CertificateSigningRequest: answer') },
    },
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: metadata('vaults.planted.example.com'),
      spec: {
        group: 'planted.example.com',
        scope: 'Namespaced',
        names: { kind: 'Vault', plural: 'vaults', singular: 'vault' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                default: plant('CustomResourceDefinition: default'),
              },
            },
          },
        ],
        conversion: {
          webhook: { clientConfig: { url: plant('conversion: url') } },
        },
      },
      status: { conditions: [condition('CustomResourceDefinition')] },
    },
    custom('planted.example.com/v1', 'Vault', { token: plant('Vault: token') }),
    custom(
      'cert-manager.io/v1',
      'ClusterIssuer',
      {
        acme: {
          server: `https://user:${encodeURIComponent(
            plant('ClusterIssuer: password'),
          )}@acme.example.com/directory?key=${plant('ClusterIssuer: query')}`,
          email: plant('ClusterIssuer: email'),
          externalAccountBinding: { keyID: plant('ClusterIssuer: key') },
        },
        vault: { auth: { token: plant('ClusterIssuer: vault') } },
      },
      undefined,
    ),
    custom('cert-manager.io/v1', 'CertificateRequest', {
      request: encoded('CertificateRequest: request'),
    }),
    custom('acme.cert-manager.io/v1', 'Challenge', {
      key: plant('Challenge: key'),
      token: plant('Challenge: token'),
    }),
    custom('keda.sh/v1alpha1', 'ScaledObject', {
      scaleTargetRef: { name: 'deployment' },
      triggers: [
        {
          type: 'azure-servicebus',
          metadata: {
            connection: plant('ScaledObject: connection'),
            messageCount: '50',
          },
        },
      ],
    }),
    custom('keda.sh/v1alpha1', 'TriggerAuthentication', {
      hashiCorpVault: { credential: { token: plant('KEDA: vault') } },
    }),
    custom('secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass', {
      provider: 'azure',
      parameters: {
        keyvaultName: 'contoso-vault',
        clientSecret: plant('SecretProviderClass: parameter'),
        objects: plant('SecretProviderClass: objects'),
      },
    }),
    custom('gateway.networking.k8s.io/v1', 'HTTPRoute', {
      rules: [
        {
          matches: [
            {
              headers: [
                { name: 'x-api-key', value: plant('HTTPRoute: match') },
              ],
            },
          ],
          filters: [
            {
              type: 'RequestHeaderModifier',
              requestHeaderModifier: {
                set: [
                  { name: 'authorization', value: plant('HTTPRoute: filter') },
                ],
              },
            },
          ],
        },
      ],
    }),
    custom('externaldns.k8s.io/v1alpha1', 'DNSEndpoint', {
      endpoints: [
        {
          dnsName: 'proof.contoso.example',
          recordType: 'TXT',
          targets: [plant('DNSEndpoint: text')],
        },
      ],
    }),
  ];
  return { objects, secrets };
}
