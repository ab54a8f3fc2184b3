import { at, recordCheck, workloadCheck } from '../define';

const JOBS = 'https://kubernetes.io/docs/concepts/workloads/controllers/job/';
const CRON_JOBS =
  'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/';
const DATE = '2026-11-28';

/** Where each kind says how its Jobs run. */
const JOB_PATHS = {
  Job: 'spec',
  CronJob: 'spec.jobTemplate.spec',
  ScaledJob: 'spec.jobTargetRef',
};

/** Checks of what runs to its end. */
export const jobChecks = [
  workloadCheck({
    id: 'WL09',
    title: 'A Job may hang, or stay, for ever',
    family: 'workloads',
    severity: 'warning',
    judges: ['Job', 'CronJob', 'ScaledJob'],
    source: `${JOBS}#job-termination-and-cleanup`,
    date: DATE,
    judge({ record }) {
      if (!('settings' in record)) {
        return undefined;
      }
      const { deadline, keptFor } = record.settings;
      const hangs = deadline === undefined;
      // CronJobs and ScaledJobs clear away old Jobs themselves.
      const stays = record.kind === 'Job' && keptFor === undefined;
      if (!hangs && !stays) {
        return undefined;
      }
      const path = JOB_PATHS[record.kind];
      const fields = [
        ...(hangs ? ['activeDeadlineSeconds'] : []),
        ...(stays ? ['ttlSecondsAfterFinished'] : []),
      ];
      return {
        cause: `Nothing ${[
          ...(hangs ? ['ends it where it hangs'] : []),
          ...(stays ? ['clears it away when it is done'] : []),
        ].join(', and nothing ')}.`,
        remedy: { text: `Set ${fields.join(' and ')}.` },
        evidence: fields.map(field =>
          at(record, `${path}.${field}`, undefined),
        ),
      };
    },
  }),
  workloadCheck({
    id: 'WL10',
    title: 'A Job restarts its containers always',
    family: 'workloads',
    severity: 'error',
    judges: ['Job', 'CronJob', 'ScaledJob'],
    source: `${JOBS}#pod-template`,
    date: DATE,
    judge({ record, podSpec, path }) {
      const { restartPolicy } = podSpec;
      return ['Never', 'OnFailure'].includes(restartPolicy)
        ? undefined
        : {
            cause: `The pods of a Job may restart Never or OnFailure, and these restart ${restartPolicy}, which is also meant where nothing is said. The API server refuses it.`,
            remedy: {
              text: 'Set restartPolicy to Never, or to OnFailure to start the container again in the same pod.',
            },
            evidence: [at(record, `${path}.restartPolicy`, restartPolicy)],
          };
    },
  }),
  recordCheck({
    id: 'WL11',
    title: 'Runs of a CronJob may pile up',
    family: 'workloads',
    severity: 'warning',
    judges: ['CronJob'],
    source: `${CRON_JOBS}#concurrency-policy`,
    date: DATE,
    judge(record) {
      return record.concurrency === 'Allow' &&
        record.settings.deadline === undefined
        ? {
            cause:
              'A run that has not ended does not keep the next one from starting, and nothing ends it: runs that hang add up.',
            remedy: {
              text: 'Set concurrencyPolicy to Forbid or Replace, or activeDeadlineSeconds in the Job.',
            },
            evidence: [
              at(record, 'spec.concurrencyPolicy', record.concurrency),
            ],
          }
        : undefined;
    },
  }),
  recordCheck({
    id: 'WL12',
    title: 'The name of a CronJob is too long',
    family: 'workloads',
    severity: 'error',
    judges: ['CronJob'],
    source: CRON_JOBS,
    date: DATE,
    judge(record) {
      return record.name.length > 52
        ? {
            cause: `Its name has ${record.name.length} characters. The names of its Jobs add 11, and may have 63, so the API server refuses more than 52.`,
            remedy: { text: 'Shorten metadata.name to 52 characters.' },
            evidence: [at(record, 'metadata.name', record.name)],
          }
        : undefined;
    },
  }),
];
