import { CronJob } from '../objects/cronJobs';
import { Job } from '../objects/workloads';
import { hasCondition } from './conditions';
import { ControllerContext } from './ControllerContext';
import { cronJobReport } from './cronJobReport';
import { CRON_JOBS, JOBS } from './resources';

/**
 * Notes which Jobs of a CronJob have ended, and deletes those that are older
 * than its history limits ask for. Returns the CronJob as it is then.
 */
export function keepHistory(
  context: ControllerContext,
  cronJob: CronJob,
): CronJob {
  const jobs = context
    .list<Job>(JOBS, cronJob.metadata.namespace)
    .filter(({ metadata }) =>
      metadata.ownerReferences?.some(
        ({ uid, controller }) => controller && uid === cronJob.metadata.uid,
      ),
    );
  const current = noteEnded(context, cronJob, jobs);
  const { successfulJobsHistoryLimit = 3, failedJobsHistoryLimit = 1 } =
    cronJob.spec;
  deleteBeyond(context, cronJob, jobs.filter(isComplete), {
    limit: successfulJobsHistoryLimit,
  });
  deleteBeyond(context, cronJob, jobs.filter(isFailed), {
    limit: failedJobsHistoryLimit,
  });
  return current;
}

function isComplete({ status }: Job): boolean {
  return hasCondition(status.conditions, 'Complete');
}

function isFailed({ status }: Job): boolean {
  return hasCondition(status.conditions, 'Failed');
}

function noteEnded(
  context: ControllerContext,
  cronJob: CronJob,
  jobs: Job[],
): CronJob {
  const active = (cronJob.status.active ?? []).filter(({ uid, name }) => {
    const job = jobs.find(({ metadata }) => metadata.uid === uid);
    if (!job) {
      cronJobReport(context, cronJob, {
        reason: 'MissingJob',
        message: `Active job went missing: ${name}`,
      });
      return false;
    }
    const ended = ['Complete', 'Failed'].find(type =>
      hasCondition(job.status.conditions, type),
    );
    if (ended) {
      cronJobReport(context, cronJob, {
        reason: 'SawCompletedJob',
        message: `Saw completed job: ${name}, condition: ${ended}`,
      });
    }
    return !ended;
  });
  const successes = jobs
    .filter(isComplete)
    .map(({ status }) => status.completionTime ?? '')
    .sort();
  const { active: _, ...status } = cronJob.status;
  return context.setStatus(CRON_JOBS, cronJob, {
    ...status,
    ...(active.length > 0 && { active }),
    ...(successes.length > 0 && {
      lastSuccessfulTime: successes[successes.length - 1],
    }),
  });
}

function deleteBeyond(
  context: ControllerContext,
  cronJob: CronJob,
  jobs: Job[],
  { limit }: { limit: number },
): void {
  const oldest = [...jobs].sort((left, right) =>
    startOf(left) < startOf(right) ? -1 : 1,
  );
  for (const job of oldest.slice(0, Math.max(0, jobs.length - limit))) {
    context.delete(JOBS, job, { propagationPolicy: 'Background' });
    cronJobReport(context, cronJob, {
      reason: 'SuccessfulDelete',
      message: `Deleted job ${job.metadata.name}`,
    });
  }
}

function startOf({ status, metadata }: Job): string {
  return status.startTime ?? metadata.creationTimestamp;
}
