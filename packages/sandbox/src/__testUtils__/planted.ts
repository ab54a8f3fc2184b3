import { JsonObject } from '../objects/json';
import { plantedAddOns } from './plantedAddOns';

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
      'nginx.ingress.kubernetes.io/configuration-snippet': plant(
        `${name}: configuration snippet`,
      ),
      'nginx.ingress.kubernetes.io/rewrite-target': `/?key=${plant(
        `${name}: rewriting`,
      )}`,
      'prometheus.io/path': `/metrics?token=${plant(`${name}: scraping`)}`,
      'service.beta.kubernetes.io/azure-unknown': plant(`${name}: service`),
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
    reason: name === 'Namespace' ? plant(`${name}: reason`) : 'Failed',
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
    terminationMessagePath: plant(`${name}: termination message path`),
    resources: {
      claims: [{ name: 'gpu', request: plant(`${name}: claim`) }],
    },
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
    hostAliases: [
      {
        ip: '10.0.0.1',
        hostnames: ['legacy.contoso.example'],
        comment: plant(`${name}: host alias`),
      },
    ],
    securityContext: {
      sysctls: [{ name: 'kernel.x', value: plant(`${name}: sysctl`) }],
    },
    volumes: [
      {
        name: 'downward',
        downwardAPI: {
          items: [
            {
              path: 'note',
              fieldRef: { fieldPath: "metadata.annotations['note']" },
              value: plant(`${name}: downward annotation`),
            },
          ],
        },
      },
      {
        name: 'blob',
        iscsi: { chapAuth: true, password: plant(`${name}: iscsi`) },
        azureFile: { secretName: 'share', key: plant(`${name}: share`) },
        gitRepo: { repository: `https://x:${plant(`${name}: git`)}@git` },
      },
      {
        name: 'vault',
        csi: {
          driver: 'secrets-store.csi.k8s.io',
          volumeAttributes: {
            secretProviderClass: 'vault',
            token: plant(`${name}: volume attribute`),
          },
          nodePublishSecretRef: {
            name: 'store',
            unknown: plant(`${name}: reference to a Secret`),
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
    metadata: metadata(kind.toLowerCase(), namespace || undefined),
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
      reportingInstance: plant('Event: instance'),
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
      kind: 'Event',
      metadata: metadata('chatty-event', 'planted'),
      involvedObject: { kind: 'Pod', name: 'pod', namespace: 'planted' },
      reason: plant('Event: reason'),
      action: plant('Event: action'),
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadata('ingress', 'planted'),
      spec: {
        rules: [{ host: 'shop.contoso.example', note: plant('Ingress: rule') }],
      },
      status: {
        loadBalancer: {
          ingress: [
            {
              ip: '10.0.0.2',
              ports: [{ port: 80, error: plant('Ingress: port error') }],
            },
          ],
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata('service', 'planted'),
      spec: { type: 'ClusterIP', ports: [{ port: 80 }] },
      status: { conditions: [condition('Service')] },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: metadata('volume'),
      spec: {
        csi: {
          driver: 'file.csi.azure.com',
          volumeAttributes: { accountKey: plant('PersistentVolume: csi') },
          nodeStageSecretRef: {
            name: 'share',
            password: plant('PersistentVolume: reference to a Secret'),
          },
        },
        azureFile: { secretName: plant('PersistentVolume: share') },
        mountOptions: [`password=${plant('PersistentVolume: mount')}`],
      },
      status: {
        phase: 'Failed',
        message: plant('PersistentVolume: message'),
        reason: plant('PersistentVolume: reason'),
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
            deprecationWarning: plant('CustomResourceDefinition: warning'),
            additionalPrinterColumns: [
              {
                name: 'Age',
                type: 'date',
                jsonPath: '.metadata.creationTimestamp',
                description: plant('CustomResourceDefinition: column'),
              },
            ],
            schema: {
              openAPIV3Schema: {
                type: 'object',
                description: plant('CustomResourceDefinition: description'),
                example: plant('CustomResourceDefinition: example'),
                default: plant('CustomResourceDefinition: default'),
                properties: {
                  token: {
                    type: 'string',
                    enum: [plant('CustomResourceDefinition: enum')],
                  },
                },
              },
            },
          },
        ],
        conversion: {
          webhook: {
            clientConfig: {
              url: plant('conversion: url'),
              caBundle: encoded('conversion: ca'),
            },
          },
        },
      },
      status: { conditions: [condition('CustomResourceDefinition')] },
    },
    custom('planted.example.com/v1', 'Vault', { token: plant('Vault: token') }),
    ...plantedAddOns({ custom, plant, encoded, podSpec }),
  ];
  return { objects, secrets };
}
