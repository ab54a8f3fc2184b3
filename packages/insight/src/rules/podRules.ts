import { Remedy } from '../exposure';
import { countPods } from '../exposures/podCount';
import { ContainerFacts, PodRecord } from '../records/pods';
import { refOf } from '../RecordSet';
import { kubectl } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { counted } from './words';

/** One reason for which pods are not ready. */
interface PodTrouble {
  id: string;
  title: string;
  source: string;
  verified: boolean;
  /** In a few words, for one pod or several. */
  status: string;
  matches(pod: PodRecord): boolean;
  /** What is the matter, to follow the pod's name. */
  explain(pod: PodRecord): string;
  remedy(pod: PodRecord): Remedy;
}

const POD_LIFECYCLE =
  'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/';

// A pod has the first of these that fits, so that it is reported once.
const troubles: readonly PodTrouble[] = [
  {
    id: 'PS01',
    title: 'No node has room for the pod',
    source:
      'https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/',
    verified: true,
    status: 'not scheduled',
    matches: ({ reason, node }) =>
      node === undefined &&
      (reason === 'Unschedulable' || reason === 'SchedulingGated'),
    explain: ({ reason }) =>
      reason === 'SchedulingGated'
        ? 'is held back by a scheduling gate'
        : 'fits on no node: too little room, or taints, selectors or volumes that exclude every node',
    remedy: pod => ({
      text: 'Read why each node was ruled out, then lower the requests, add nodes or mend the constraint.',
      command: describe(pod),
    }),
  },
  {
    // Which of PS17 to PS22 it is only the message tells, which is not kept.
    id: 'PS17',
    title: 'The image cannot be pulled',
    source: 'https://kubernetes.io/docs/concepts/containers/images/',
    verified: true,
    status: 'image not pulled',
    matches: isWaitingFor(
      'ImagePullBackOff',
      'ErrImagePull',
      'InvalidImageName',
      'ErrImageNeverPull',
      'ImageInspectError',
      'RegistryUnavailable',
    ),
    explain: pod => `cannot pull an image (${waiting(pod)?.reason})`,
    remedy: pod => ({
      text: 'Read what the registry answered: a wrong name or tag, or a missing right to pull (AcrPull for the kubelet identity).',
      command: describe(pod),
    }),
  },
  {
    id: 'PS23',
    title: 'A ConfigMap, Secret or key that the pod needs is missing',
    source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
    verified: true,
    status: 'configuration missing',
    matches: isWaitingFor('CreateContainerConfigError'),
    explain: () => 'refers to a ConfigMap, a Secret or a key that is missing',
    remedy: pod => ({
      text: 'Read which one, then create it or mark the reference as optional.',
      command: describe(pod),
    }),
  },
  {
    id: 'PS24',
    title: 'A container cannot be started',
    source: POD_LIFECYCLE,
    verified: false,
    status: 'container not started',
    matches: isWaitingFor(
      'CreateContainerError',
      'RunContainerError',
      'StartError',
    ),
    explain: pod =>
      `cannot start a container (${
        waiting(pod)?.reason
      }): its command or its mounts are wrong`,
    remedy: pod => ({
      text: 'Read what the runtime answered, then mend the command or the mounts.',
      command: describe(pod),
    }),
  },
  {
    id: 'PS25',
    title: 'A container crashes again and again',
    source: POD_LIFECYCLE,
    verified: true,
    status: 'crashing',
    matches: isWaitingFor('CrashLoopBackOff'),
    explain: pod => `crashes again and again${lastEnd(waiting(pod))}`,
    remedy: pod => ({
      text: 'Read the log of the run that crashed.',
      command: kubectl(
        pod.namespace,
        'logs',
        `pod/${pod.name}`,
        `--container=${waiting(pod)?.name}`,
        '--previous',
      ),
    }),
  },
  {
    id: 'PS28',
    title: 'The pod runs and does not report ready',
    source: `${POD_LIFECYCLE}#container-probes`,
    verified: true,
    status: 'not ready',
    matches: ({ phase, containers }) =>
      phase === 'Running' &&
      containers.every(({ init, state }) => init || state === 'running'),
    explain: () =>
      'runs, and its readiness probe (or a readiness gate) does not succeed',
    remedy: pod => ({
      text: 'See what the probe gets: path, port, or an application that is not up yet.',
      command: describe(pod),
    }),
  },
];

const starting: PodTrouble = {
  id: 'PS37',
  title: 'The pod is starting',
  source: POD_LIFECYCLE,
  verified: true,
  status: 'starting',
  matches: () => true,
  explain: ({ phase }) => `has not started yet (phase ${phase})`,
  remedy: pod => ({
    text: 'Wait a moment; if it lasts, its events say what it waits for.',
    command: describe(pod),
  }),
};

function ruleOf(trouble: PodTrouble): ExposureRule {
  return {
    id: trouble.id,
    title: trouble.title,
    family: 'pods',
    hop: 'pods',
    severity: 'error',
    reads: ['Pod'],
    fact: {
      source: trouble.source,
      date: '2026-11-22',
      verified: trouble.verified,
    },
    judge(path) {
      const { ready, unready } = countPods(path);
      const affected = unready.filter(pod => troubleOf(pod) === trouble);
      const [first] = affected;
      if (!first) {
        return undefined;
      }
      const others = affected.length - 1;
      const explained = `${first.name} ${trouble.explain(first)}`;
      return {
        severity: ready.length > 0 ? 'warning' : 'error',
        status: `${affected.length} ${trouble.status}`,
        clause: `the pod ${explained}`,
        cause: `The pod ${explained}${
          others > 0 ? `; so it is with ${counted(others, 'other pod')}` : ''
        }.`,
        remedy: trouble.remedy(first),
        evidence: affected.slice(0, 5).map(podEvidence),
      };
    },
  };
}

function troubleOf(pod: PodRecord): PodTrouble {
  return troubles.find(({ matches }) => matches(pod)) ?? starting;
}

function podEvidence(pod: PodRecord) {
  const container = waiting(pod);
  const object = refOf(pod);
  if (container) {
    return {
      object,
      field: `status.${
        container.init ? 'initContainerStatuses' : 'containerStatuses'
      }[${container.name}].state.waiting.reason`,
      value: container.reason ?? 'absent',
    };
  }
  return pod.reason === undefined
    ? { object, field: 'status.phase', value: pod.phase }
    : { object, field: 'status.conditions[PodScheduled]', value: pod.reason };
}

function isWaitingFor(...reasons: string[]) {
  return (pod: PodRecord) => {
    const reason = waiting(pod)?.reason;
    return reason !== undefined && reasons.includes(reason);
  };
}

// `PodInitializing` and `ContainerCreating` only say that another one is not
// done yet; the one that gives a reason of its own comes first.
function waiting({ containers }: PodRecord): ContainerFacts | undefined {
  const stuck = containers.filter(({ state }) => state === 'waiting');
  return (
    stuck.find(
      ({ reason }) =>
        reason !== 'PodInitializing' && reason !== 'ContainerCreating',
    ) ?? stuck[0]
  );
}

function lastEnd(container: ContainerFacts | undefined): string {
  const { reason, exitCode } = container?.lastTermination ?? {};
  const words = [
    ...(reason ? [reason] : []),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
  ];
  return words.length > 0 ? ` (it last ended with ${words.join(', ')})` : '';
}

function describe({ namespace, name }: PodRecord): string {
  return kubectl(namespace, 'describe', `pod/${name}`);
}

/** Pods that something keeps from being ready. */
export const podRules: readonly ExposureRule[] = troubles.map(ruleOf);

/** Pods that may just need a moment. */
export const startingPods: ExposureRule = ruleOf(starting);
