import type {
  IDaemonSet,
  IDeployment,
  IStatefulSet,
} from 'kubernetes-models/apps/v1';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { cronJob, job, scaledJob } from './jobs';
import { metadataFor, objectLabels, selectorLabels } from './labels';
import { Comment, commentsUnder, lean, Manifest } from './Manifest';
import { podTemplate } from './podTemplate';

const AUTOSCALED =
  'No replicas here: an autoscaler sets them, and a number in Git would set them back at each apply.';

/** The workload itself. */
export function workload(plan: WorkloadPlan): Manifest {
  switch (plan.kind) {
    case 'Deployment':
      return deployment(plan);
    case 'StatefulSet':
      return statefulSet(plan);
    case 'DaemonSet':
      return daemonSet(plan);
    case 'Job':
      return job(plan);
    case 'CronJob':
      return cronJob(plan);
    default:
      return scaledJob(plan);
  }
}

/** The name of the headless Service of a StatefulSet. */
export function headlessName({ intent }: WorkloadPlan): string {
  return `${intent.name}-headless`;
}

function deployment(plan: WorkloadPlan): Manifest {
  const { intent, recreate } = plan;
  const { update } = intent;
  const { template, comments } = podTemplate(plan);
  const object: IDeployment & Manifest['object'] = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataFor(intent),
    spec: lean<NonNullable<IDeployment['spec']>>({
      replicas: fixedReplicas(plan),
      selector: { matchLabels: selectorLabels(intent) },
      strategy: recreate
        ? { type: 'Recreate' }
        : {
            type: 'RollingUpdate',
            rollingUpdate: {
              maxSurge: update.maxSurge ?? '25%',
              maxUnavailable: update.maxUnavailable ?? '25%',
            },
          },
      minReadySeconds: update.minReadySeconds,
      progressDeadlineSeconds: update.progressDeadlineSeconds ?? 600,
      revisionHistoryLimit: update.revisionHistoryLimit ?? 10,
      template,
    }),
  };
  return {
    object,
    comments: [
      ...replicaComments(plan),
      ...(recreate
        ? [
            {
              path: ['spec', 'strategy'],
              text: 'The disk can be at one node only, so the old pod stops before the new one starts.',
            },
          ]
        : []),
      ...commentsUnder(['spec', 'template'], comments),
    ],
  };
}

function statefulSet(plan: WorkloadPlan): Manifest {
  const { intent } = plan;
  const { update, storage } = intent;
  const { template, comments } = podTemplate(plan);
  const object: IStatefulSet & Manifest['object'] = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadataFor(intent),
    spec: lean<NonNullable<IStatefulSet['spec']>>({
      replicas: fixedReplicas(plan),
      serviceName: headlessName(plan),
      selector: { matchLabels: selectorLabels(intent) },
      podManagementPolicy: update.parallel ? 'Parallel' : 'OrderedReady',
      updateStrategy: update.onDelete
        ? { type: 'OnDelete' }
        : {
            type: 'RollingUpdate',
            rollingUpdate: { partition: update.partition ?? 0 },
          },
      minReadySeconds: update.minReadySeconds,
      revisionHistoryLimit: update.revisionHistoryLimit ?? 10,
      persistentVolumeClaimRetentionPolicy:
        storage?.type === 'own-disks'
          ? {
              whenDeleted: storage.whenDeleted,
              whenScaled: storage.whenScaled,
            }
          : undefined,
      template,
      volumeClaimTemplates: claimTemplates(plan),
    }),
  };
  return {
    object,
    comments: [
      ...replicaComments(plan),
      ...(storage?.type === 'own-disks'
        ? [
            {
              path: ['spec', 'volumeClaimTemplates'],
              text: 'Cannot be changed later. To grow a disk, change the claims themselves.',
            },
          ]
        : []),
      ...commentsUnder(['spec', 'template'], comments),
    ],
  };
}

function claimTemplates({
  intent,
}: WorkloadPlan): NonNullable<IStatefulSet['spec']>['volumeClaimTemplates'] {
  const { storage } = intent;
  if (storage?.type !== 'own-disks') {
    return undefined;
  }
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: `storage-${storage.name}`,
        labels: objectLabels(intent),
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: storage.storageClass,
        resources: { requests: { storage: storage.size } },
      },
    },
  ];
}

function daemonSet(plan: WorkloadPlan): Manifest {
  const { intent } = plan;
  const { update, placement } = intent;
  const { template, comments } = podTemplate(plan);
  const object: IDaemonSet & Manifest['object'] = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadataFor(intent),
    spec: lean<NonNullable<IDaemonSet['spec']>>({
      selector: { matchLabels: selectorLabels(intent) },
      updateStrategy: update.onDelete
        ? { type: 'OnDelete' }
        : {
            type: 'RollingUpdate',
            rollingUpdate: {
              maxSurge: update.maxSurge ?? 0,
              maxUnavailable:
                update.maxUnavailable ?? (isSet(update.maxSurge) ? 0 : 1),
            },
          },
      minReadySeconds: update.minReadySeconds,
      revisionHistoryLimit: update.revisionHistoryLimit ?? 10,
      template,
    }),
  };
  return {
    object,
    comments: [
      ...(placement.everyTaint
        ? [
            {
              path: ['spec', 'template', 'spec', 'tolerations'],
              text: 'On every node, whatever its taint: system, spot and reserved ones too.',
            },
          ]
        : []),
      ...commentsUnder(['spec', 'template'], comments),
    ],
  };
}

function isSet(value: number | string | undefined): boolean {
  return value !== undefined && value !== 0 && value !== '0%';
}

function fixedReplicas({ scaling }: WorkloadPlan): number | undefined {
  return scaling?.type === 'fixed' ? scaling.replicas : undefined;
}

function replicaComments(plan: WorkloadPlan): Comment[] {
  return fixedReplicas(plan) === undefined
    ? [{ path: ['spec', 'selector'], text: AUTOSCALED }]
    : [];
}
