import { CronJob } from '../objects/cronJobs';
import { Job } from '../objects/workloads';
import { Controller, keyOf, ownerKey } from './Controller';
import { ControllerContext } from './ControllerContext';
import { cronJobReport } from './cronJobReport';
import { keepHistory } from './cronJobHistory';
import { cronTimes, CronTimes } from './cronTimes';
import { CRON_JOBS, JOBS, storeName } from './resources';

const SCHEDULED = 'batch.kubernetes.io/cronjob-scheduled-timestamp';
// Not to look a moment before a time has come.
const MARGIN = 100;
// Beyond so many missed times somebody should know of it.
const MANY = 100;

/** Starts Jobs when the schedule of a CronJob says so. */
export const cronJobController: Controller = {
  name: 'kube-controller-manager',
  concerns: event => [
    ...keyOf(event, storeName(CRON_JOBS)),
    ...(event.resource === storeName(JOBS) ? ownerKey(event, 'CronJob') : []),
  ],
  reconcile(key, context) {
    const found = context.find<CronJob>(CRON_JOBS, key);
    if (!found || context.isHeld(found)) {
      return;
    }
    const cronJob = keepHistory(context, found);
    if (cronJob.metadata.deletionTimestamp || cronJob.spec.suspend) {
      return;
    }
    const times = timesOf(context, cronJob);
    if (times) {
      startDue(context, cronJob, times);
      const next = times.next(startOf(cronJob), context.clock.told());
      if (Number.isFinite(next)) {
        context.again(key, next - context.clock.told() + MARGIN);
      }
    }
  },
};

function timesOf(
  context: ControllerContext,
  cronJob: CronJob,
): CronTimes | undefined {
  const { schedule, timeZone } = cronJob.spec;
  try {
    return cronTimes(schedule, timeZone);
  } catch {
    cronJobReport(context, cronJob, {
      type: 'Warning',
      reason: 'UnknownTimeZone',
      message: `invalid timeZone: ${JSON.stringify(
        timeZone,
      )}: unknown time zone ${timeZone}`,
    });
    return undefined;
  }
}

/** From when on times count: the last start, or the beginning. */
function startOf({ metadata, status }: CronJob): number {
  return Date.parse(status.lastScheduleTime ?? metadata.creationTimestamp);
}

function startDue(
  context: ControllerContext,
  cronJob: CronJob,
  times: CronTimes,
): void {
  const now = context.clock.told();
  const { startingDeadlineSeconds } = cronJob.spec;
  const deadline =
    startingDeadlineSeconds === undefined
      ? Infinity
      : startingDeadlineSeconds * 1000;
  const due = times.latest(startOf(cronJob), now);
  if (due === undefined) {
    return;
  }
  if (
    times.hasMoreThan(MANY, Math.max(startOf(cronJob), now - deadline), now)
  ) {
    cronJobReport(context, cronJob, {
      type: 'Warning',
      reason: 'TooManyMissedTimes',
      message:
        'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew',
    });
  }
  if (due + deadline < now) {
    cronJobReport(context, cronJob, {
      type: 'Warning',
      reason: 'MissSchedule',
      message: `Missed scheduled time to start a job: ${rfc1123(due)}`,
    });
    return;
  }
  if (makeRoom(context, cronJob)) {
    start(context, cronJob, due);
  }
}

/** Whether the concurrency policy lets another Job start. */
function makeRoom(context: ControllerContext, cronJob: CronJob): boolean {
  const active = cronJob.status.active ?? [];
  const policy = cronJob.spec.concurrencyPolicy;
  if (policy === 'Forbid' && active.length > 0) {
    cronJobReport(context, cronJob, {
      reason: 'JobAlreadyActive',
      message:
        'Not starting job because prior execution is running and concurrency policy is Forbid',
    });
    return false;
  }
  if (policy === 'Replace') {
    for (const { name } of active) {
      const job = context.find<Job>(
        JOBS,
        `${cronJob.metadata.namespace}/${name}`,
      );
      if (job) {
        context.delete(JOBS, job, { propagationPolicy: 'Background' });
        cronJobReport(context, cronJob, {
          reason: 'SuccessfulDelete',
          message: `Deleted job ${name}`,
        });
      }
    }
  }
  return true;
}

function start(context: ControllerContext, cronJob: CronJob, due: number) {
  const { metadata, spec } = cronJob;
  const name = `${metadata.name}-${Math.floor(due / 60_000)}`;
  if (context.find(JOBS, `${metadata.namespace}/${name}`)) {
    return;
  }
  const job = context.create<Job>(JOBS, metadata.namespace, {
    metadata: {
      name,
      labels: spec.jobTemplate.metadata?.labels,
      annotations: {
        ...spec.jobTemplate.metadata?.annotations,
        [SCHEDULED]: timestamp(due),
      },
      ownerReferences: [context.ownerReference(CRON_JOBS, cronJob)],
    },
    spec: spec.jobTemplate.spec,
  });
  cronJobReport(context, cronJob, {
    reason: 'SuccessfulCreate',
    message: `Created job ${name}`,
  });
  const replaced = spec.concurrencyPolicy === 'Replace';
  context.setStatus(CRON_JOBS, cronJob, {
    ...cronJob.status,
    active: [
      ...(replaced ? [] : cronJob.status.active ?? []),
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        name,
        namespace: metadata.namespace,
        uid: job.metadata.uid,
        resourceVersion: job.metadata.resourceVersion,
      },
    ],
    lastScheduleTime: timestamp(due),
  });
}

function timestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function rfc1123(time: number): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}
