import { invalidValue, required } from '../errors/fieldErrors';
import { ensureObject, setDefault, valueAt } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';
import { scheduleError } from './cronSchedule';
import { jobTemplateErrors } from './job';
import { applyTemplateDefaults } from './podSpecDefaults';
import { zeroTemplate } from './zeroValues';

const TEMPLATE = 'spec.jobTemplate.spec.template';

/** CronJobs (batch/v1). */
export const cronJob: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    setDefault(spec, 'concurrencyPolicy', 'Allow');
    setDefault(spec, 'suspend', false);
    setDefault(spec, 'successfulJobsHistoryLimit', 3);
    setDefault(spec, 'failedJobsHistoryLimit', 1);
    // The rest of a job's defaults are filled in when a job is made of it.
    const jobTemplate = ensureObject(spec, 'jobTemplate');
    applyTemplateDefaults(ensureObject(jobTemplate, 'spec'));
  },
  prepareCreate(object) {
    object.status = {};
  },
  validate(object) {
    const schedule = valueAt(object, 'spec.schedule');
    const wrong = scheduleError(String(schedule ?? ''));
    return [
      ...(schedule ? [] : [required('spec.schedule')]),
      ...(schedule && wrong
        ? [invalidValue('spec.schedule', schedule, wrong)]
        : []),
      ...jobTemplateErrors(valueAt(object, TEMPLATE), TEMPLATE),
    ];
  },
  zero: {
    spec: {
      schedule: '',
      jobTemplate: { metadata: {}, spec: { template: zeroTemplate } },
    },
    status: {},
  },
};
