import { conditions, metadata, SECRET, selector } from './common';

const container = {
  name: 'app',
  image: `registry.example/team/app:${SECRET}`,
  command: ['run', `--password=${SECRET}`],
  args: [`--token=${SECRET}`],
  env: [
    { name: 'PASSWORD', value: SECRET },
    {
      name: 'A',
      valueFrom: { secretKeyRef: { name: 'shop-keys', key: 'a' } },
    },
    {
      name: 'B',
      valueFrom: {
        configMapKeyRef: { name: 'shop', key: 'b', optional: true },
      },
    },
  ],
  envFrom: [
    { secretRef: { name: 'shop-env' }, prefix: SECRET },
    { configMapRef: { name: 'shop' } },
  ],
  livenessProbe: {
    httpGet: {
      host: SECRET,
      httpHeaders: [{ name: 'Authorization', value: SECRET }],
    },
  },
  readinessProbe: { exec: { command: [SECRET] } },
  lifecycle: { preStop: { exec: { command: [SECRET] } } },
  ports: [{ name: 'web', containerPort: 8080, hostPort: 8080 }],
  resources: { requests: { cpu: '100m' }, limits: { memory: '1Gi' } },
  securityContext: {
    runAsNonRoot: true,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    procMount: 'Unmasked',
    windowsOptions: { hostProcess: true, runAsUserName: SECRET },
  },
  volumeMounts: [
    { name: 'config', mountPath: `/${SECRET}`, subPath: 'settings.yaml' },
  ],
};

export const podSpec = {
  serviceAccountName: 'shop',
  nodeName: 'node-1',
  priorityClassName: 'high',
  priority: -5,
  restartPolicy: 'Always',
  hostNetwork: true,
  hostPID: true,
  hostIPC: true,
  hostUsers: false,
  os: { name: 'linux' },
  terminationGracePeriodSeconds: 30,
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }],
    },
  },
  topologySpreadConstraints: [
    {
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      maxSkew: 1,
    },
  ],
  tolerations: [
    {
      key: 'kubernetes.azure.com/scalesetpriority',
      operator: 'Equal',
      value: 'spot',
      effect: 'NoSchedule',
    },
  ],
  imagePullSecrets: [{ name: 'registry' }],
  securityContext: {
    seccompProfile: { type: 'RuntimeDefault', localhostProfile: SECRET },
    appArmorProfile: { type: 'Unconfined' },
    seLinuxOptions: { type: 'container_t', user: SECRET, role: SECRET },
    runAsUser: 0,
    sysctls: [{ name: 'net.core.somaxconn', value: SECRET }],
  },
  containers: [
    container,
    {
      name: 'second',
      image: 'contoso.azurecr.io/second:v1.2.3@sha256:'.concat('a'.repeat(64)),
    },
  ],
  initContainers: [{ name: 'init', env: [{ name: 'KEY', value: SECRET }] }],
  volumes: [
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
    { name: 'scratch', ephemeral: { volumeClaimTemplate: {} } },
    {
      name: 'config',
      configMap: { name: 'shop', items: [{ key: 'k', path: SECRET }] },
    },
    { name: 'tls', projected: { sources: [{ secret: { name: 'shop-tls' } }] } },
    {
      name: 'vault',
      csi: {
        driver: 'secrets-store.csi.k8s.io',
        volumeAttributes: { secretProviderClass: 'shop-vault', key: SECRET },
      },
    },
    { name: 'tmp', emptyDir: {} },
    { name: 'host', hostPath: { path: `/${SECRET}` } },
  ],
  hostAliases: [{ ip: '1.2.3.4', hostnames: [SECRET] }],
};

const template = {
  metadata: {
    labels: { app: 'shop' },
    annotations: {
      key: SECRET,
      'container.apparmor.security.beta.kubernetes.io/app': 'runtime/default',
    },
  },
  spec: podSpec,
};

const jobSpec = {
  completions: 2,
  parallelism: 2,
  completionMode: 'Indexed',
  backoffLimit: 3,
  activeDeadlineSeconds: 60,
  ttlSecondsAfterFinished: 300,
  selector,
  template,
};

export const workloads = {
  Pod: {
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
      },
      ownerReferences: [],
    },
    spec: podSpec,
    status: {
      phase: 'Running',
      message: SECRET,
      reason: 'Evicted',
      conditions,
      containerStatuses: [
        {
          name: 'app',
          image: SECRET,
          ready: false,
          restartCount: 4,
          state: {
            waiting: {
              reason: 'ErrImagePull',
              message: `${SECRET}: 401 Unauthorized`,
            },
          },
          lastState: {
            terminated: { reason: 'Error', exitCode: 1, message: SECRET },
          },
        },
      ],
    },
  },
  Deployment: {
    metadata,
    spec: { replicas: 2, selector, template, strategy: { type: 'Recreate' } },
    status: { conditions, observedGeneration: 2, readyReplicas: 1 },
  },
  ReplicaSet: {
    metadata,
    spec: { selector, template },
    status: { conditions },
  },
  StatefulSet: {
    metadata,
    spec: {
      selector,
      template,
      serviceName: 'shop',
      podManagementPolicy: 'Parallel',
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { partition: 1 },
      },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data', annotations: { SECRET } },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: 'managed-csi',
            resources: { requests: { storage: '8Gi' } },
          },
        },
      ],
    },
    status: { conditions, observedGeneration: 3 },
  },
  DaemonSet: {
    metadata,
    spec: { selector, template, updateStrategy: { type: 'OnDelete' } },
    status: { conditions, desiredNumberScheduled: 3, numberReady: 2 },
  },
  Job: {
    metadata,
    spec: { ...jobSpec, suspend: true },
    status: {
      conditions,
      active: 1,
      failed: 2,
      startTime: '2026-11-02T08:00:00Z',
      completionTime: '2026-11-02T09:00:00Z',
    },
  },
  CronJob: {
    metadata,
    spec: {
      schedule: '*/5 * * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 120,
      jobTemplate: { metadata: { annotations: { SECRET } }, spec: jobSpec },
    },
    status: {
      active: [{ kind: 'Job', name: 'shop-1' }],
      lastScheduleTime: '2026-11-02T08:00:00Z',
      lastSuccessfulTime: '2026-11-02T07:00:00Z',
    },
  },
  ScaledJob: {
    metadata: {
      ...metadata,
      annotations: { 'autoscaling.keda.sh/paused-replicas': '0' },
    },
    spec: {
      jobTargetRef: jobSpec,
      maxReplicaCount: 7,
      scalingStrategy: { strategy: 'accurate' },
      triggers: [
        {
          type: 'azure-queue',
          name: 'orders',
          metadata: { connection: SECRET },
          authenticationRef: { name: 'shop' },
        },
      ],
    },
    status: { conditions, lastActiveTime: '2026-11-02T08:00:00Z' },
  },
};
