import { Projection } from '../../edge';
import { CronJobRecord, JobRecord, JobSettings } from '../../records/workloads';
import { conditionsOf } from '../conditions';
import {
  count,
  Fields,
  fieldsAt,
  present,
  reason,
  text,
  time,
} from '../fields';
import { metadataOf } from '../metadata';
import { workloadSelector } from '../selectors';
import { templateFacts, workloadEdges } from './podTemplate';

export function projectJob(object: unknown): Projection | undefined {
  const metadata = metadataOf('Job', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const record: JobRecord = present({
    ...metadata,
    settings: jobSettings(spec),
    suspended: spec.suspend === true,
    active: count(status.active) ?? 0,
    succeeded: count(status.succeeded) ?? 0,
    failed: count(status.failed) ?? 0,
    startedAt: time(status.startTime),
    completedAt: time(status.completionTime),
    selector: workloadSelector(spec.selector),
    ...templateFacts(spec.template),
    conditions: conditionsOf(object),
  });
  return { record, edges: workloadEdges(record, record.selector) };
}

export function projectCronJob(object: unknown): Projection | undefined {
  const metadata = metadataOf('CronJob', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const job = fieldsAt(spec, 'jobTemplate', 'spec');
  const record: CronJobRecord = present({
    ...metadata,
    schedule: scheduleIn(spec.schedule),
    timeZone: timeZoneIn(spec.timeZone),
    concurrency: reason(spec.concurrencyPolicy) ?? 'Allow',
    startingDeadline: count(spec.startingDeadlineSeconds),
    suspended: spec.suspend === true,
    settings: jobSettings(job),
    active: Array.isArray(status.active) ? status.active.length : 0,
    lastScheduledAt: time(status.lastScheduleTime),
    lastSucceededAt: time(status.lastSuccessfulTime),
    ...templateFacts(job.template),
  });
  return { record, edges: workloadEdges(record) };
}

/** Settings of a Job's spec, with the defaults of batch/v1. */
export function jobSettings(spec: Fields): JobSettings {
  const perIndex = count(spec.backoffLimitPerIndex) !== undefined;
  const parallelism = count(spec.parallelism);
  // One pod only where neither is said; with a parallelism alone, it is a queue.
  const completions =
    count(spec.completions) ?? (parallelism === undefined ? 1 : undefined);
  return present<JobSettings>({
    completions,
    parallelism: parallelism ?? 1,
    indexed: spec.completionMode === 'Indexed',
    backoffLimit: count(spec.backoffLimit) ?? (perIndex ? 2_147_483_647 : 6),
    deadline: count(spec.activeDeadlineSeconds),
    keptFor: count(spec.ttlSecondsAfterFinished),
  });
}

const SCHEDULE =
  /^(?:@[a-z]{4,10}|[-0-9A-Za-z*/,?LW#]{1,60}(?: +[-0-9A-Za-z*/,?LW#]{1,60}){4})$/;

/** Five fields of cron, or one of its names such as `@hourly`. */
export function scheduleIn(value: unknown): string | undefined {
  const schedule = text(value);
  return schedule !== undefined && SCHEDULE.test(schedule)
    ? schedule
    : undefined;
}

function timeZoneIn(value: unknown): string | undefined {
  const zone = text(value);
  return zone !== undefined &&
    /^[A-Za-z]{1,20}(?:[-+/_A-Za-z0-9]{0,40})$/.test(zone)
    ? zone
    : undefined;
}
