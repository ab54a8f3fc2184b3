import type { IScaledJob } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledJob';
import type { ICronJob, IJob, IJobSpec } from 'kubernetes-models/batch/v1';
import { run as runSchema } from '../intent/runs';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { shortHash } from './contentHash';
import { triggersOf } from './keda';
import { metadataFor, objectLabels } from './labels';
import { Comment, commentsUnder, lean, Manifest } from './Manifest';
import { podTemplate } from './podTemplate';

export function job(plan: WorkloadPlan): Manifest {
  const { intent } = plan;
  const { spec, comments } = jobSpec(plan);
  const object: IJob & Manifest['object'] = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadataFor(intent, `${intent.name}-${shortHash(spec)}`),
    spec,
  };
  return {
    object,
    comments: [
      {
        path: ['metadata', 'name'],
        text: 'A Job cannot be changed once it exists, so its name ends in a hash of what it does: a change makes a new Job.',
      },
      ...commentsUnder(['spec'], comments),
    ],
  };
}

export function cronJob(plan: WorkloadPlan): Manifest {
  const { intent } = plan;
  const { schedule } = intent;
  const { spec, comments } = jobSpec(plan);
  const object: ICronJob & Manifest['object'] = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadataFor(intent),
    spec: {
      schedule: schedule?.cron ?? '',
      timeZone: schedule?.timeZone,
      concurrencyPolicy: schedule?.overlap,
      startingDeadlineSeconds: schedule?.startingDeadlineSeconds,
      successfulJobsHistoryLimit: schedule?.successfulRunsKept,
      failedJobsHistoryLimit: schedule?.failedRunsKept,
      suspend: schedule?.suspended,
      jobTemplate: { metadata: { labels: objectLabels(intent) }, spec },
    },
  };
  return {
    object,
    comments: [
      {
        path: ['spec', 'startingDeadlineSeconds'],
        text: 'How late a run may start. Without it, 100 missed starts would stop the CronJob for good.',
      },
      ...commentsUnder(['spec', 'jobTemplate', 'spec'], comments),
    ],
  };
}

export function scaledJob(plan: WorkloadPlan): Manifest {
  const { intent, scaling } = plan;
  const { spec, comments } = jobSpec(plan);
  if (scaling?.type !== 'keda-jobs') {
    throw new Error('a ScaledJob is planned without its triggers');
  }
  const object: IScaledJob & Manifest['object'] = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledJob',
    metadata: metadataFor(intent),
    spec: {
      pollingInterval: scaling.pollingSeconds ?? 30,
      maxReplicaCount: scaling.maxReplicas,
      successfulJobsHistoryLimit: 10,
      failedJobsHistoryLimit: 10,
      rollout: { strategy: 'gradual' },
      triggers: triggersOf(intent, scaling.triggers),
      // KEDA has a copy of the Job's types of its own; the fields are the same.
      jobTargetRef: spec as NonNullable<IScaledJob['spec']>['jobTargetRef'],
    },
  };
  return {
    object,
    comments: [
      {
        path: ['spec', 'rollout'],
        text: 'A new version starts with the next item; runs that are under way end as they began.',
      },
      ...commentsUnder(['spec', 'jobTargetRef'], comments),
    ],
  };
}

function jobSpec(plan: WorkloadPlan): { spec: IJobSpec; comments: Comment[] } {
  const run = plan.intent.run ?? runSchema.parse({});
  const { template, comments } = podTemplate(plan);
  const perIndex = run.retriesPerIndex !== undefined;
  const never = run.restartPolicy === 'Never';
  const spec = lean<IJobSpec>({
    completions: run.workQueue ? undefined : run.completions ?? 1,
    parallelism: run.parallelism,
    completionMode: run.indexed ? 'Indexed' : 'NonIndexed',
    backoffLimit: perIndex ? undefined : run.retries,
    backoffLimitPerIndex: run.retriesPerIndex,
    maxFailedIndexes: run.maxFailedIndexes,
    activeDeadlineSeconds: run.deadlineSeconds,
    ttlSecondsAfterFinished: run.keepSeconds,
    suspend: run.suspended ? true : undefined,
    podReplacementPolicy: never ? 'Failed' : undefined,
    podFailurePolicy: never
      ? {
          rules: [
            ...(run.failOnExitCodes
              ? [
                  {
                    action: 'FailJob' as const,
                    onExitCodes: {
                      containerName: plan.intent.name,
                      operator: 'In' as const,
                      values: [...run.failOnExitCodes].sort((a, b) => a - b),
                    },
                  },
                ]
              : []),
            {
              action: 'Ignore' as const,
              onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }],
            },
          ],
        }
      : undefined,
    template,
  });
  return {
    spec,
    comments: [
      ...(never
        ? [
            {
              path: ['podFailurePolicy'],
              text: 'A pod that is evicted, such as when its node is drained, costs no retry.',
            },
          ]
        : []),
      ...commentsUnder(['template'], comments),
    ],
  };
}
