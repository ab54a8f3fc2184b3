import { fields, list, named, plain, Shape } from '../Shape';
import { amounts, localName, metadata, reference, selector } from './common';

// That a command runs is kept, what it is is not.
const command = fields({});

const action = {
  exec: command,
  httpGet: fields({
    ...plain('port', 'scheme'),
    path: 'path',
    host: 'name',
  }),
  tcpSocket: fields({ port: 'plain', host: 'name' }),
  sleep: fields(plain('seconds')),
};

const probe = fields({
  ...action,
  grpc: fields(plain('port')),
  ...plain(
    'initialDelaySeconds',
    'periodSeconds',
    'timeoutSeconds',
    'successThreshold',
    'failureThreshold',
    'terminationGracePeriodSeconds',
  ),
});

const securityContext = fields({
  ...plain(
    'allowPrivilegeEscalation',
    'fsGroup',
    'fsGroupChangePolicy',
    'privileged',
    'procMount',
    'readOnlyRootFilesystem',
    'runAsGroup',
    'runAsNonRoot',
    'runAsUser',
  ),
  supplementalGroups: list('plain'),
  capabilities: fields({ add: list('plain'), drop: list('plain') }),
  seccompProfile: fields(plain('type', 'localhostProfile')),
  appArmorProfile: fields(plain('type', 'localhostProfile')),
});

const fieldReference = fields(plain('apiVersion', 'fieldPath'));

const resourceReference = fields({
  ...plain('resource', 'divisor'),
  containerName: 'name',
});

const container = fields({
  name: 'name',
  image: 'image',
  ...plain(
    'imagePullPolicy',
    'restartPolicy',
    'stdin',
    'terminationMessagePolicy',
    'tty',
  ),
  ports: list(
    fields(plain('name', 'containerPort', 'hostPort', 'hostIP', 'protocol')),
  ),
  // Names and references of variables, never their values.
  env: list(
    fields({
      name: 'plain',
      valueFrom: fields({
        configMapKeyRef: reference,
        secretKeyRef: reference,
        fieldRef: fieldReference,
        resourceFieldRef: resourceReference,
      }),
    }),
  ),
  envFrom: list(
    fields({
      prefix: 'plain',
      configMapRef: reference,
      secretRef: reference,
    }),
  ),
  resources: fields({ requests: amounts, limits: amounts }),
  resizePolicy: list(fields(plain('resourceName', 'restartPolicy'))),
  volumeMounts: list(
    fields({
      name: 'name',
      ...plain('mountPath', 'mountPropagation', 'readOnly', 'subPath'),
    }),
  ),
  volumeDevices: list(fields({ name: 'name', devicePath: 'plain' })),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  lifecycle: fields({
    postStart: fields(action),
    preStop: fields(action),
    stopSignal: 'plain',
  }),
  securityContext,
});

const keys = list(fields(plain('key', 'path', 'mode')));

const configMap = fields({
  name: 'name',
  items: keys,
  ...plain('optional', 'defaultMode'),
});

const secret = fields({
  ...named('name', 'secretName'),
  items: keys,
  ...plain('optional', 'defaultMode'),
});

const downwardApi = fields({
  defaultMode: 'plain',
  items: list(
    fields({
      ...plain('path', 'mode'),
      fieldRef: fieldReference,
      resourceFieldRef: resourceReference,
    }),
  ),
});

/** The wish for storage, of a claim or of a template for claims. */
export const claimSpec = fields({
  accessModes: list('plain'),
  resources: fields({ requests: amounts, limits: amounts }),
  ...named('storageClassName', 'volumeName', 'volumeAttributesClassName'),
  volumeMode: 'plain',
  selector,
  dataSource: reference,
  dataSourceRef: reference,
});

const volume = fields({
  name: 'name',
  configMap,
  secret,
  downwardAPI: downwardApi,
  emptyDir: fields(plain('medium', 'sizeLimit')),
  hostPath: fields(plain('path', 'type')),
  image: fields({ reference: 'image', pullPolicy: 'plain' }),
  persistentVolumeClaim: fields({ claimName: 'name', readOnly: 'plain' }),
  ephemeral: fields({
    volumeClaimTemplate: fields({ metadata, spec: claimSpec }),
  }),
  projected: fields({
    defaultMode: 'plain',
    sources: list(
      fields({
        configMap,
        secret,
        downwardAPI: downwardApi,
        serviceAccountToken: fields(plain('expirationSeconds', 'path')),
      }),
    ),
  }),
  csi: fields({
    ...plain('driver', 'readOnly'),
    volumeAttributes: fields(named('secretProviderClass')),
    nodePublishSecretRef: localName,
  }),
  azureFile: fields({
    ...named('secretName', 'shareName'),
    readOnly: 'plain',
  }),
  nfs: fields({ server: 'name', readOnly: 'plain' }),
});

const term = fields({
  labelSelector: selector,
  namespaceSelector: selector,
  namespaces: list('name'),
  topologyKey: 'plain',
});

const podAffinity = fields({
  requiredDuringSchedulingIgnoredDuringExecution: list(term),
  preferredDuringSchedulingIgnoredDuringExecution: list(
    fields({ weight: 'plain', podAffinityTerm: term }),
  ),
});

const nodeTerm = fields({
  matchExpressions: list('requirement'),
  matchFields: list('requirement'),
});

/** What affinity asks of a node. */
export const nodeSelector = fields({ nodeSelectorTerms: list(nodeTerm) });

const podSpec: Shape = fields({
  ...plain(
    'activeDeadlineSeconds',
    'automountServiceAccountToken',
    'dnsPolicy',
    'enableServiceLinks',
    'hostIPC',
    'hostNetwork',
    'hostPID',
    'hostUsers',
    'preemptionPolicy',
    'priority',
    'restartPolicy',
    'schedulerName',
    'setHostnameAsFQDN',
    'shareProcessNamespace',
    'terminationGracePeriodSeconds',
  ),
  ...named(
    'hostname',
    'nodeName',
    'priorityClassName',
    'runtimeClassName',
    'serviceAccount',
    'serviceAccountName',
    'subdomain',
  ),
  containers: list(container),
  initContainers: list(container),
  ephemeralContainers: list(container),
  volumes: list(volume),
  imagePullSecrets: list(localName),
  nodeSelector: 'labels',
  tolerations: list('requirement'),
  affinity: fields({
    nodeAffinity: fields({
      requiredDuringSchedulingIgnoredDuringExecution: nodeSelector,
      preferredDuringSchedulingIgnoredDuringExecution: list(
        fields({ weight: 'plain', preference: nodeTerm }),
      ),
    }),
    podAffinity,
    podAntiAffinity: podAffinity,
  }),
  topologySpreadConstraints: list(
    fields({
      ...plain(
        'maxSkew',
        'minDomains',
        'nodeAffinityPolicy',
        'nodeTaintsPolicy',
        'topologyKey',
        'whenUnsatisfiable',
      ),
      labelSelector: selector,
      matchLabelKeys: list('plain'),
    }),
  ),
  dnsConfig: fields({
    nameservers: list('plain'),
    searches: list('name'),
    options: list(fields(plain('name', 'value'))),
  }),
  hostAliases: list(fields({ ip: 'plain', hostnames: list('name') })),
  os: fields(plain('name')),
  overhead: amounts,
  readinessGates: list(fields(plain('conditionType'))),
  schedulingGates: list(fields(plain('name'))),
  securityContext,
});

/** A pod as its owner wants it. */
export const podTemplate = fields({ metadata, spec: podSpec });

/** The desired state of a pod. */
export const podSpecShape = podSpec;
