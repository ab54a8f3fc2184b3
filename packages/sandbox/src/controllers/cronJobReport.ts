import { CronJob } from '../objects/cronJobs';
import { ControllerContext } from './ControllerContext';
import { reportEvent } from './reportEvent';
import { CRON_JOBS } from './resources';

/** Writes an Event about a CronJob. */
export function cronJobReport(
  context: ControllerContext,
  cronJob: CronJob,
  report: { type?: 'Warning'; reason: string; message: string },
): void {
  reportEvent(context, CRON_JOBS, cronJob, {
    type: 'Normal',
    component: 'cronjob-controller',
    ...report,
  });
}
