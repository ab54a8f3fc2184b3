import { WorkloadIntent } from '../intent/WorkloadIntent';
import { fieldPath, Problem } from '../plan/Problem';
import {
  ends,
  isReplicated,
  WorkloadKind,
  WorkloadPlan,
} from '../plan/WorkloadPlan';

// A CronJob's name gets 11 characters for each Job, and a Job's pods 6 more, in
// a label: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/.
// A Job's name here gets a hash, and a StatefulSet's pods a hash as a label.
const LONGEST_NAME: Readonly<Record<WorkloadKind, number>> = {
  Deployment: 63,
  StatefulSet: 52,
  DaemonSet: 63,
  Job: 52,
  CronJob: 52,
  ScaledJob: 45,
};

// The pods of an indexed Job have a host name: that of the Job, a hyphen and the
// index. The API server refuses a Job whose last pod's would be above 63 characters.
function longestName({ run }: WorkloadIntent, kind: WorkloadKind): number {
  return run?.indexed && ends(kind)
    ? Math.min(
        LONGEST_NAME[kind],
        63 - 11 - `-${(run.completions ?? 1) - 1}`.length,
      )
    : LONGEST_NAME[kind];
}

/** What does not go with the kind that the answers lead to. */
export function kindProblems({
  intent,
  kind,
  recreate,
}: WorkloadPlan): Problem[] {
  const longest = longestName(intent, kind);
  const problems: (Problem | false | undefined)[] = [
    intent.name.length > longest && {
      field: 'name',
      message: `must have at most ${longest} characters, as the name of a ${kind}`,
    },
    kind === 'CronJob' &&
      !intent.schedule && {
        field: 'schedule',
        message: 'is required, as it is to start at set times',
      },
    kind === 'ScaledJob' &&
      intent.scaling?.type !== 'keda-jobs' && {
        field: 'scaling',
        message:
          'must be of type keda-jobs with a trigger, as a queue starts the runs',
      },
    intent.answers.copies === 'autoscaled' &&
      !intent.scaling && {
        field: 'scaling',
        message:
          'is required, of type hpa or keda, as there are to be as many copies as the load needs',
      },
    kind === 'StatefulSet' &&
      intent.answers.storage === 'own-disks' &&
      missingStorage(intent),
    ['one-disk', 'shared'].includes(intent.answers.storage ?? '') &&
      isReplicated(kind) &&
      missingStorage(intent),
    intent.placement.spot &&
      kind === 'StatefulSet' && {
        field: 'placement.spot',
        message:
          'cannot be had with a StatefulSet: Azure takes spot nodes back at any time, and each of its copies is needed',
      },
    intent.placement.everyTaint &&
      kind !== 'DaemonSet' && {
        field: 'placement.everyTaint',
        message: 'is for programs that have to run on every node',
      },
    intent.placement.priorityClass?.startsWith('system-') &&
      intent.namespace !== 'kube-system' && {
        field: 'placement.priorityClass',
        message: 'of this name is allowed in kube-system only',
      },
    intent.recommendRequests &&
      ends(kind) && {
        field: 'recommendRequests',
        message: `is for programs that keep running, and this is a ${kind}`,
      },
    intent.exposure.type !== 'none' &&
      !isReplicated(kind) && {
        field: 'exposure.type',
        message: `must be none, as nothing is routed to a ${kind}`,
      },
    (intent.placement.nodeSelector['kubernetes.io/os'] ?? 'linux') !==
      'linux' && {
      field: fieldPath(['placement', 'nodeSelector', 'kubernetes.io/os']),
      message:
        'must be linux or left out: what is generated for the pods is for Linux',
    },
    storageProblem(intent, kind),
    intent.nodePaths.length > 0 &&
      kind !== 'DaemonSet' && {
        field: 'nodePaths',
        message: `is for agents of every node, and this is a ${kind}: its pods would find other files on another node`,
      },
    ...updateProblems(intent, kind, recreate),
  ];
  return problems.filter((problem): problem is Problem => Boolean(problem));
}

function missingStorage({ storage }: WorkloadIntent): Problem | undefined {
  return storage
    ? undefined
    : { field: 'storage', message: 'is required by answers.storage' };
}

function storageProblem(
  { storage }: WorkloadIntent,
  kind: WorkloadKind,
): Problem | undefined {
  if (!storage || isReplicated(kind)) {
    return undefined;
  }
  if (kind === 'DaemonSet') {
    return {
      field: 'storage',
      message: 'cannot be had with a DaemonSet, whose copies belong to nodes',
    };
  }
  return storage.type === 'shared'
    ? undefined
    : {
        field: 'storage.type',
        message: `must be shared: two runs of a ${kind} may overlap on different nodes, where they cannot have the same disk`,
      };
}

function updateProblems(
  { update }: WorkloadIntent,
  kind: WorkloadKind,
  recreate: boolean,
): Problem[] {
  const only = (
    field: keyof WorkloadIntent['update'],
    kinds: readonly WorkloadKind[],
  ): Problem[] =>
    update[field] !== undefined &&
    update[field] !== false &&
    !kinds.includes(kind)
      ? [
          {
            field: `update.${field}`,
            message: `is for a ${kinds.join(' or ')}, and this is a ${kind}`,
          },
        ]
      : [];
  const problems = [
    ...only('maxSurge', ['Deployment', 'DaemonSet']),
    ...only('maxUnavailable', ['Deployment', 'DaemonSet']),
    ...only('minReadySeconds', ['Deployment', 'StatefulSet', 'DaemonSet']),
    ...only('progressDeadlineSeconds', ['Deployment']),
    ...only('revisionHistoryLimit', ['Deployment', 'StatefulSet', 'DaemonSet']),
    ...only('partition', ['StatefulSet']),
    ...only('parallel', ['StatefulSet']),
    ...only('onDelete', ['StatefulSet', 'DaemonSet']),
  ];
  if (recreate && (update.maxSurge ?? update.maxUnavailable) !== undefined) {
    problems.push({
      field:
        update.maxSurge === undefined
          ? 'update.maxUnavailable'
          : 'update.maxSurge',
      message:
        'has no meaning here: the old pod stops before the new one starts, as both cannot have the disk',
    });
  }
  if (update.onDelete) {
    for (const field of ['maxSurge', 'maxUnavailable', 'partition'] as const) {
      if (update[field] !== undefined) {
        problems.push({
          field: `update.${field}`,
          message:
            'has no meaning with onDelete: pods are replaced when somebody deletes them',
        });
      }
    }
  }
  const surge = update.maxSurge ?? (kind === 'DaemonSet' ? 0 : undefined);
  if (
    kind === 'DaemonSet' &&
    !isZero(surge) &&
    !isZero(update.maxUnavailable ?? 0)
  ) {
    problems.push({
      field: 'update.maxUnavailable',
      message:
        'must be 0 or left out with maxSurge: a DaemonSet either starts the new pod of a node first or stops the old one first',
    });
  }
  if (isZero(surge) && isZero(update.maxUnavailable)) {
    problems.push({
      field: 'update.maxUnavailable',
      message:
        'must not be 0 where maxSurge is 0 too: no pod could be replaced',
    });
  }
  if (
    (update.minReadySeconds ?? 0) >= (update.progressDeadlineSeconds ?? 600)
  ) {
    problems.push({
      field: 'update.progressDeadlineSeconds',
      message: 'must be longer than minReadySeconds (600 where left out)',
    });
  }
  return problems;
}

function isZero(value: number | string | undefined): boolean {
  return value === 0 || value === '0%';
}
