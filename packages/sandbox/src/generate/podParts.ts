import { GENERATED_AT } from './Numbering';

/** The spec of a service's pods, which all of them share. */
export function generatedPodSpec(name: string) {
  return {
    containers: [
      {
        name: 'main',
        image: `contoso.azurecr.example/${name}:1.4.2`,
        ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
        env: [
          { name: 'PORT', value: '8080' },
          {
            name: 'CONNECTION',
            valueFrom: { secretKeyRef: { name, key: 'connection' } },
          },
        ],
        resources: {
          requests: { cpu: '20m', memory: '64Mi' },
          limits: { memory: '128Mi' },
        },
        livenessProbe: probe(20),
        readinessProbe: probe(5),
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        imagePullPolicy: 'IfNotPresent',
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
        },
      },
    ],
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    serviceAccountName: 'default',
    serviceAccount: 'default',
    securityContext: {},
    schedulerName: 'default-scheduler',
    enableServiceLinks: true,
  };
}

function probe(periodSeconds: number) {
  return {
    httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' },
    timeoutSeconds: 1,
    periodSeconds,
    successThreshold: 1,
    failureThreshold: 3,
  };
}

/** What the scheduler and the server add to a pod. */
export const PLACED = {
  preemptionPolicy: 'PreemptLowerPriority',
  priority: 0,
  tolerations: ['not-ready', 'unreachable'].map(condition => ({
    key: `node.kubernetes.io/${condition}`,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 300,
  })),
};

const READY = [
  'PodReadyToStartContainers',
  'Initialized',
  'Ready',
  'ContainersReady',
  'PodScheduled',
].map(type => ({
  type,
  status: 'True',
  lastProbeTime: null,
  lastTransitionTime: GENERATED_AT,
}));

/** The status of a pod that runs well. */
export function runningStatus(
  name: string,
  index: number,
  { podIP, hostIP }: { podIP: string; hostIP: string },
) {
  const digest = index.toString(16).padStart(64, '0');
  return {
    phase: 'Running',
    conditions: READY,
    hostIP,
    hostIPs: [{ ip: hostIP }],
    podIP,
    podIPs: [{ ip: podIP }],
    startTime: GENERATED_AT,
    containerStatuses: [
      {
        name: 'main',
        state: { running: { startedAt: GENERATED_AT } },
        lastState: {},
        ready: true,
        restartCount: 0,
        image: `contoso.azurecr.example/${name}:1.4.2`,
        imageID: `contoso.azurecr.example/${name}@sha256:${digest}`,
        containerID: `containerd://${digest}`,
        started: true,
      },
    ],
    qosClass: 'Burstable',
  };
}
