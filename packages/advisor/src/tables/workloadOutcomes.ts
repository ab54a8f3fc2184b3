import { DecisionTable } from '../DecisionTable';
import { WorkloadAnswers } from './workloadQuestions';

/**
 * The kinds of workload, and how a kind is set up where that differs.
 *
 * @public
 */
export type WorkloadOutcome =
  | 'deployment'
  | 'deployment-recreate'
  | 'stateful-set'
  | 'daemon-set'
  | 'daemon-set-one-shot'
  | 'job'
  | 'cron-job'
  | 'scaled-job';

export const workloadOutcomes: DecisionTable<
  WorkloadAnswers,
  WorkloadOutcome
>['outcomes'] = {
  deployment: {
    title: 'Deployment',
    text: 'Interchangeable copies, replaced a few at a time.',
    settings: { kind: 'Deployment', 'spec.strategy.type': 'RollingUpdate' },
  },
  'deployment-recreate': {
    title: 'Deployment, strategy Recreate',
    text: 'One copy that is stopped before its successor starts.',
    settings: { kind: 'Deployment', 'spec.strategy.type': 'Recreate' },
  },
  'stateful-set': {
    title: 'StatefulSet with a headless Service',
    text: 'Copies with names and volume claims of their own. The headless Service has to be created with it.',
    settings: { kind: 'StatefulSet' },
  },
  'daemon-set': {
    title: 'DaemonSet',
    text: 'One copy on each node; the number of nodes is the number of copies.',
    settings: { kind: 'DaemonSet' },
  },
  'daemon-set-one-shot': {
    title: 'DaemonSet whose init container does the work',
    text: 'The work is done in an init container, and a pause container keeps the pod. Where the platform allows it, the configuration of the node image does the same.',
    settings: { kind: 'DaemonSet' },
  },
  job: {
    title: 'Job',
    text: 'Runs to its end. Set completions and parallelism for several runs, and completionMode Indexed where the work is divided by number.',
    settings: { kind: 'Job' },
  },
  'cron-job': {
    title: 'CronJob',
    text: 'Makes a Job at each set time. A run may come twice or not at all, so it must be repeatable.',
    settings: { kind: 'CronJob' },
  },
  'scaled-job': {
    title: 'KEDA ScaledJob',
    text: 'KEDA starts one Job for each item of work.',
    settings: { kind: 'ScaledJob' },
  },
};
