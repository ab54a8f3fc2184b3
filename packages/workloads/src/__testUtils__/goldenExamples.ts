import {
  environments,
  existing,
  external,
  files,
  Golden,
  hosts,
  identity,
  keyVault,
  queue,
  shop,
  storageQueue,
  variables,
  web,
} from './goldenParts';

/** By name: intents that ask for much at once, as people's do. */
export const goldenExamples: Readonly<Record<string, Golden>> = {
  'deployment-least': { form: 'yaml', intent: web },
  'deployment-gateway-key-vault': {
    form: 'yaml',
    intent: {
      ...web,
      identity,
      partOf: 'shop',
      environment: { LOG_LEVEL: 'info' },
      secrets: [{ ...keyVault, use: variables }],
      scaling: { type: 'hpa', maxReplicas: 6 },
      recommendRequests: true,
      exposure: {
        type: 'gateway',
        hosts: ['shop.example.com', 'www.shop.example.com'],
        port: 'http',
        tls: { by: 'cert-manager', issuer: 'letsencrypt' },
        dns: { version: '0.22', ttlSeconds: 300 },
        gateway: { use: 'own', stack: 'istio' },
      },
      catalog: { owner: 'group:default/shop-team', system: 'shop' },
    },
  },
  'deployment-kustomize-ingress': {
    form: 'kustomize',
    intent: {
      ...web,
      secrets: [{ ...external, use: { as: 'all-variables' } }],
      scaling: { type: 'hpa', maxReplicas: 6 },
      configuration: {
        maps: [
          {
            name: 'settings',
            literals: { THEME: 'light' },
            use: { as: 'all-variables' },
          },
        ],
      },
      exposure: {
        type: 'ingress',
        className: 'traefik',
        controllerNamespace: 'traefik',
        hosts,
        port: 'http',
        tls: { by: 'secret', name: 'shop-tls' },
      },
      environments: [
        { ...environments[0], hosts: ['staging.example.com'], maxReplicas: 3 },
        environments[1],
      ],
    },
  },
  'deployment-helm-gateway-for-containers': {
    form: 'helm',
    intent: {
      ...web,
      environment: { LOG_LEVEL: 'info' },
      secrets: [{ ...existing, use: files }],
      scaling: { type: 'fixed', replicas: 3 },
      exposure: {
        type: 'gateway',
        hosts,
        port: 'http',
        tls: { by: 'cert-manager', issuer: 'letsencrypt' },
        gateway: {
          use: 'own',
          stack: 'application-gateway-for-containers',
          loadBalancer: { namespace: 'azure-alb', name: 'public' },
        },
      },
      environments: [
        { ...environments[0], hosts: ['staging.example.com'], replicas: 1 },
        environments[1],
      ],
    },
  },
  'deployment-load-balancer-keda': {
    form: 'yaml',
    intent: {
      ...web,
      identity,
      scaling: { type: 'keda', maxReplicas: 20, triggers: [queue] },
      exposure: { type: 'load-balancer', sourceRanges: ['10.0.0.0/8'] },
      network: { egress: [{ to: { cidr: '10.1.0.0/16' }, ports: [5432] }] },
    },
  },
  'deployment-worker-queue': {
    form: 'kustomize',
    intent: {
      ...shop,
      identity,
      probes: { liveness: { type: 'command', command: ['/app/health'] } },
      scaling: { type: 'keda', maxReplicas: 10, triggers: [storageQueue] },
      environments: [{ ...environments[0], maxReplicas: 2 }],
    },
  },
  'deployment-shared-gateway': {
    form: 'kustomize',
    intent: {
      ...web,
      exposure: {
        type: 'gateway',
        hosts,
        path: '/shop',
        port: 'http',
        tls: { by: 'none' },
        gateway: { use: 'shared', name: 'public', namespace: 'gateways' },
      },
      environments: [environments[0]],
    },
  },
  'recreate-ingress-application-routing': {
    form: 'yaml',
    intent: {
      ...web,
      storage: { type: 'one-disk', mountPath: '/data' },
      exposure: {
        type: 'ingress',
        className: 'webapprouting.kubernetes.azure.com',
        hosts,
        port: 'http',
        tls: {
          by: 'key-vault',
          certificate: 'https://shop-vault.vault.azure.net/certificates/shop',
        },
      },
    },
  },
  'stateful-set-external-secret': {
    form: 'yaml',
    intent: {
      ...web,
      storage: { type: 'own-disks', mountPath: '/data', size: '20Gi' },
      secrets: [{ ...external, use: files }],
      security: { fsGroup: 10001, runAsUser: 10001 },
    },
  },
  'stateful-set-kustomize-gateway-internal': {
    form: 'kustomize',
    intent: {
      ...web,
      storage: { type: 'own-disks', mountPath: '/data' },
      exposure: {
        type: 'gateway',
        hosts,
        port: 'http',
        tls: {
          by: 'key-vault',
          certificate: 'https://shop-vault.vault.azure.net/certificates/shop',
          serviceAccount: 'certificates',
        },
        gateway: { use: 'own', internal: true },
      },
      environments,
    },
  },
  'stateful-set-helm-key-vault': {
    form: 'helm',
    intent: {
      ...web,
      identity,
      storage: { type: 'own-disks', mountPath: '/data' },
      secrets: [{ ...keyVault, use: files }],
      environments,
    },
  },
  'daemon-set': {
    form: 'yaml',
    intent: {
      ...web,
      answers: { placement: 'every-node' },
      placement: { everyTaint: true },
      update: { onDelete: true },
      usesKubernetesApi: true,
      configuration: {
        rollout: 'checksum',
        maps: [
          {
            name: 'agent',
            files: { 'agent.yaml': { text: 'interval: 30s\n' } },
            use: {
              as: 'file',
              key: 'agent.yaml',
              mountPath: '/etc/agent.yaml',
            },
          },
        ],
      },
    },
  },
  'daemon-set-log-agent': {
    form: 'yaml',
    intent: {
      ...shop,
      answers: { placement: 'every-node' },
      nodePaths: [
        { path: '/var/log' },
        { path: '/var/log/azure', mountPath: '/azure' },
      ],
      probes: { liveness: { type: 'command', command: ['/bin/alive'] } },
    },
  },
  'daemon-set-once-per-node': {
    form: 'yaml',
    intent: {
      ...shop,
      answers: { placement: 'every-node', completion: 'ends' },
    },
  },
  'daemon-set-helm': {
    form: 'helm',
    intent: { ...web, answers: { placement: 'every-node' }, environments },
  },
  'job-indexed': {
    form: 'yaml',
    intent: {
      ...shop,
      run: {
        indexed: true,
        completions: 10,
        parallelism: 5,
        retriesPerIndex: 2,
        failOnExitCodes: [42],
      },
    },
  },
  'job-helm-existing-secret': {
    form: 'helm',
    intent: {
      ...shop,
      run: {},
      environment: { BATCH: '100' },
      secrets: [{ ...existing, use: variables }],
      environments: [{ ...environments[0], environment: { BATCH: '1' } }],
    },
  },
  'cron-job-kustomize-key-vault': {
    form: 'kustomize',
    intent: {
      ...shop,
      identity,
      schedule: { cron: '30 2 * * *', timeZone: 'Europe/Berlin' },
      secrets: [{ ...keyVault, use: files }],
      environments,
    },
  },
  'scaled-job-queue': {
    form: 'yaml',
    intent: { ...shop, scaling: { type: 'keda-jobs', triggers: [queue] } },
  },
};
