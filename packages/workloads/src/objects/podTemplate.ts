import type {
  IContainer,
  IPodSpec,
  IPodTemplateSpec,
} from 'kubernetes-models/v1';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { ends, WorkloadPlan } from '../plan/WorkloadPlan';
import { configChecksum, configMounts } from './configMaps';
import { podLabels } from './labels';
import { Comment, commentsUnder, lean } from './Manifest';
import { placementFields } from './podPlacement';
import { probesOf } from './probes';
import { containerSecurity, hasDisk, podSecurity } from './podSecurity';
import { secretMounts } from './secretSources';
import { joinMounts } from './settingsMounts';
import { nodeMounts, storageMounts } from './storageMounts';

// Does nothing, for ever. Microsoft's registry has it, so that a cluster with an
// allow-list of registries can pull it; the end-to-end tests of
// AKS's node images use this tag (Azure/AgentBaker, read 2026-11-24).
const PAUSE_IMAGE = 'mcr.microsoft.com/oss/v2/kubernetes/pause:3.10.2';

/** Why a container has no limit on CPU. */
export const NO_CPU_LIMIT =
  'No limit on CPU on purpose: idle CPU of the node may be used, and the request is kept free all the same.';

// Seconds until load balancers have taken note that a pod goes.
const DRAIN = 10;

/** The template of the pods, with its comments. */
export function podTemplate(plan: WorkloadPlan): {
  template: IPodTemplateSpec;
  comments: Comment[];
} {
  const { intent, oncePerNode } = plan;
  const { container, comments } = programOf(plan);
  const containers = oncePerNode ? [pauseContainer(intent)] : [container];
  const template: IPodTemplateSpec = {
    metadata: lean({
      labels: podLabels(intent),
      annotations: configChecksum(intent),
    }),
    spec: podSpec(plan, container, containers),
  };
  return {
    template,
    comments: [
      ...commentsUnder(
        ['spec', oncePerNode ? 'initContainers' : 'containers', 0],
        comments,
      ),
      ...(oncePerNode
        ? [
            {
              path: ['spec', 'containers'],
              text: 'The work is done by the init container; this one only keeps the pod.',
            },
          ]
        : []),
      ...(hasDisk(intent)
        ? [
            {
              path: ['spec', 'securityContext', 'fsGroup'],
              text: 'The disk is given to this group, so that a program that is not root can write to it.',
            },
          ]
        : []),
      ...(intent.nodePaths.length > 0
        ? [
            {
              path: ['spec', 'volumes'],
              text: 'Directories of the node, read-only. The levels baseline and restricted of pod security refuse these pods: their namespace needs the label pod-security.kubernetes.io/enforce: privileged. Being no root, the program reads what everybody may read.',
            },
          ]
        : []),
      ...(intent.usesKubernetesApi
        ? []
        : [
            {
              path: ['spec', 'automountServiceAccountToken'],
              text: 'The program does not talk to the API server, so it gets no token for it. Workload identity has a token of its own.',
            },
          ]),
    ],
  };
}

function podSpec(
  plan: WorkloadPlan,
  program: IContainer,
  containers: IContainer[],
): IPodSpec {
  const { intent, kind, oncePerNode } = plan;
  return lean<IPodSpec>({
    serviceAccountName: intent.name,
    automountServiceAccountToken: intent.usesKubernetesApi,
    ...podSecurity(intent),
    ...placementFields(plan),
    restartPolicy: ends(kind)
      ? intent.run?.restartPolicy ?? 'Never'
      : undefined,
    terminationGracePeriodSeconds: graceSeconds(plan),
    initContainers: oncePerNode ? [program] : undefined,
    containers,
    volumes: mountsFor(intent).volumes,
  });
}

// The wait before the end must leave the program its own time.
function graceSeconds(plan: WorkloadPlan): number {
  const { terminationGraceSeconds } = plan.intent;
  return (terminationGraceSeconds ?? 30) + (isRoutedTo(plan) ? DRAIN : 0);
}

function isRoutedTo({ intent, kind }: WorkloadPlan): boolean {
  return intent.ports.length > 0 && !ends(kind);
}

function programOf(plan: WorkloadPlan): {
  container: IContainer;
  comments: Comment[];
} {
  const { intent, kind, oncePerNode } = plan;
  const { env, envFrom, mounts } = mountsFor(intent);
  const probes =
    ends(kind) || oncePerNode ? { fields: {}, comments: [] } : probesOf(plan);
  const drains = isRoutedTo(plan) && !oncePerNode;
  const container = lean<IContainer>({
    name: intent.name,
    image: intent.image,
    command: intent.command,
    args: intent.args,
    ports: intent.ports.map(({ name, port, protocol }) => ({
      name,
      containerPort: port,
      protocol,
    })),
    env: [
      ...Object.keys(intent.environment)
        .sort()
        .map(name => ({ name, value: literal(intent.environment[name]) })),
      ...env,
    ],
    envFrom,
    resources: resourcesOf(intent),
    ...probes.fields,
    lifecycle: drains ? { preStop: { sleep: { seconds: DRAIN } } } : undefined,
    securityContext: containerSecurity(intent),
    volumeMounts: mounts,
  });
  return {
    container,
    comments: [
      ...probes.comments,
      ...(drains
        ? [
            {
              path: ['lifecycle'],
              text: 'Goes on answering until load balancers have taken note; needs Kubernetes 1.30.',
            },
          ]
        : []),
      ...(intent.security.readOnlyRootFilesystem &&
      intent.security.writablePaths.length === 0
        ? [
            {
              path: ['securityContext', 'readOnlyRootFilesystem'],
              text: 'Where it writes to, such as /tmp, has to be named in security.writablePaths.',
            },
          ]
        : []),
      ...(intent.resources.cpuLimit
        ? []
        : [
            {
              path: ['resources', 'limits'],
              text: NO_CPU_LIMIT,
            },
          ]),
    ],
  };
}

// `$(NAME)` in a value is expanded; a doubled dollar is one as it stands.
// https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
function literal(value: string): string {
  return value.replaceAll('$', '$$$$');
}

function mountsFor(intent: WorkloadIntent) {
  return joinMounts([
    nodeMounts(intent),
    storageMounts(intent),
    configMounts(intent),
    secretMounts(intent),
  ]);
}

function resourcesOf({ resources }: WorkloadIntent): IContainer['resources'] {
  const { cpu, memory, cpuLimit, memoryLimit } = resources;
  return {
    requests: { cpu, memory },
    limits: {
      ...(cpuLimit ? { cpu: cpuLimit } : {}),
      memory: memoryLimit ?? memory,
    },
  };
}

// Safeguards of AKS ask every container for both probes. This program has one thing
// that it can do when it is asked: print its version.
const PAUSE_PROBE = { exec: { command: ['/pause', '-v'] }, periodSeconds: 60 };

function pauseContainer({ name }: WorkloadIntent): IContainer {
  return {
    // No two containers of a pod may have the same name, init containers included.
    name: name === 'pause' ? 'keep' : 'pause',
    image: PAUSE_IMAGE,
    readinessProbe: PAUSE_PROBE,
    livenessProbe: PAUSE_PROBE,
    resources: {
      requests: { cpu: '100m', memory: '100Mi' },
      limits: { memory: '100Mi' },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsUser: 65535,
    },
  };
}
