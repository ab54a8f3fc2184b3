import { CheckCase } from './CheckCase';
import { cronJob, job } from './manifests';

export const jobCases: CheckCase[] = [
  {
    check: 'WL09',
    name: 'a Job that neither ends nor goes away',
    broken: [
      job({
        activeDeadlineSeconds: undefined,
        ttlSecondsAfterFinished: undefined,
      }),
    ],
    healthy: [job()],
    verdict: 'warning',
    fields: ['spec.activeDeadlineSeconds', 'spec.ttlSecondsAfterFinished'],
  },
  {
    check: 'WL09',
    name: 'a run of a CronJob that may hang, and is cleared away all the same',
    broken: [
      cronJob({ jobTemplate: { spec: { activeDeadlineSeconds: undefined } } }),
    ],
    healthy: [
      cronJob({
        jobTemplate: { spec: { ttlSecondsAfterFinished: undefined } },
      }),
    ],
    verdict: 'warning',
    fields: ['spec.jobTemplate.spec.activeDeadlineSeconds'],
  },
  {
    check: 'WL10',
    name: 'a Job that says nothing of restarting',
    broken: [job({ template: { spec: { restartPolicy: undefined } } })],
    healthy: [job()],
    verdict: 'broken',
    fields: ['spec.template.spec.restartPolicy'],
  },
  {
    check: 'WL10',
    name: 'a CronJob that restarts always',
    broken: [
      cronJob({
        jobTemplate: {
          spec: { template: { spec: { restartPolicy: 'Always' } } },
        },
      }),
    ],
    healthy: [cronJob()],
    verdict: 'broken',
    fields: ['spec.jobTemplate.spec.template.spec.restartPolicy'],
  },
  {
    check: 'WL11',
    name: 'runs beside each other without an end',
    broken: [
      cronJob({
        concurrencyPolicy: undefined,
        jobTemplate: { spec: { activeDeadlineSeconds: undefined } },
      }),
    ],
    healthy: [cronJob({ concurrencyPolicy: 'Allow' })],
    verdict: 'warning',
    fields: ['spec.concurrencyPolicy'],
    alsoFound: ['WL09'],
  },
  {
    check: 'WL12',
    name: 'a name of 53 characters',
    broken: [cronJob({}, { name: 'r'.repeat(53) })],
    healthy: [cronJob({}, { name: 'r'.repeat(52) })],
    verdict: 'broken',
    fields: ['metadata.name'],
  },
];
