import { invalidValue, notSupported, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { ensureObject, setDefault, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { KindBehaviour } from '../registry/KindBehaviour';
import { scheduleError } from './cronSchedule';
import { jobTemplateErrors } from './job';
import { jobSpecErrors } from './jobSpecRules';
import { applyTemplateDefaults } from './podSpecDefaults';
import { timeZoneError } from './timeZone';
import { zeroTemplate } from './zeroValues';

const TEMPLATE = 'spec.jobTemplate.spec.template';

const POLICIES = ['Allow', 'Forbid', 'Replace'];

// A Job's name is the CronJob's and 11 characters more, and has to fit into a label.
const LONGEST_NAME = 52;

function restErrors({ metadata, spec }: KubernetesObject): FieldError[] {
  const { timeZone, concurrencyPolicy } = Object(spec);
  const wrong =
    typeof timeZone === 'string' ? timeZoneError(timeZone) : undefined;
  return [
    ...(metadata.name.length > LONGEST_NAME
      ? [
          invalidValue(
            'metadata.name',
            metadata.name,
            `must be no more than ${LONGEST_NAME} characters`,
          ),
        ]
      : []),
    ...(wrong ? [invalidValue('spec.timeZone', timeZone, wrong)] : []),
    ...(POLICIES.includes(concurrencyPolicy)
      ? []
      : [notSupported('spec.concurrencyPolicy', concurrencyPolicy, POLICIES)]),
    ...[
      'startingDeadlineSeconds',
      'successfulJobsHistoryLimit',
      'failedJobsHistoryLimit',
    ]
      .filter(field => Number(Object(spec)[field] ?? 0) < 0)
      .map(field =>
        invalidValue(
          `spec.${field}`,
          Object(spec)[field],
          'must be greater than or equal to 0',
        ),
      ),
  ];
}

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
      ...restErrors(object),
      ...jobSpecErrors(
        Object(valueAt(object, 'spec.jobTemplate.spec')),
        'spec.jobTemplate.spec',
      ),
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
