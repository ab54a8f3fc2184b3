import { DecisionTable } from '../DecisionTable';

/**
 * What decides how the copies of a workload are scaled.
 *
 * @public
 */
export type PodScalingAnswers = {
  kind: 'deployment' | 'stateful-set' | 'daemon-set' | 'job' | 'cron-job';
  together: 'independent' | 'together';
  work: 'given' | 'queue';
  load:
    | 'cpu'
    | 'requests'
    | 'queue'
    | 'long-tasks'
    | 'time-of-day'
    | 'steady'
    | 'single-copy';
  idle: 'always-on' | 'may-stop';
  sizing: 'known' | 'unknown' | 'changing';
  os: 'linux' | 'windows';
  version: 'from-1.34' | 'before-1.34';
  cluster: 'standard' | 'automatic';
};

export const podScalingQuestions: DecisionTable<
  PodScalingAnswers,
  string
>['questions'] = {
  kind: {
    title: 'Kind',
    text: 'Which kind of workload is it?',
    options: {
      deployment: 'Deployment',
      'stateful-set': 'StatefulSet',
      'daemon-set': 'DaemonSet',
      job: 'Job',
      'cron-job': 'CronJob',
    },
    assumed: 'deployment',
  },
  together: {
    title: 'Start',
    text: 'Must all pods of a run start together?',
    options: {
      independent: 'No, each can start when there is room',
      together: 'Yes, all or none',
    },
    assumed: 'independent',
    askedWhen: [{ kind: ['job', 'cron-job'] }],
  },
  work: {
    title: 'Work',
    text: 'Where does its work come from?',
    options: {
      given: 'It is given with the Job',
      queue: 'From a queue; how much there is varies',
    },
    assumed: 'given',
    askedWhen: [{ kind: ['job'], together: ['independent'] }],
  },
  load: {
    title: 'Load',
    text: 'What does its load depend on?',
    options: {
      cpu: 'Requests that cost CPU',
      requests: 'The rate or the latency of requests, not CPU',
      queue: 'Messages of a queue or stream',
      'long-tasks': 'A queue of long tasks that must not be interrupted',
      'time-of-day': 'The time of day',
      steady: 'It hardly varies',
      'single-copy':
        'It needs more memory as it grows, and only one copy can run',
    },
    assumed: 'cpu',
    askedWhen: [{ kind: ['deployment', 'stateful-set'] }],
  },
  idle: {
    title: 'Idle times',
    text: 'May it stop altogether while there is nothing to do?',
    options: {
      'always-on': 'No, at least one copy keeps running',
      'may-stop': 'Yes, down to no copy',
    },
    assumed: 'always-on',
    askedWhen: [{ kind: ['deployment'], load: ['cpu', 'requests', 'queue'] }],
  },
  sizing: {
    title: 'Requests',
    text: 'Is it known how much CPU and memory a copy needs?',
    options: {
      known: 'Yes, it was measured',
      unknown: 'No, not yet',
      changing: 'It changes; let the platform adjust it',
    },
    assumed: 'known',
    askedWhen: [{ kind: ['deployment', 'stateful-set', 'daemon-set'] }],
  },
  os: {
    title: 'Operating system',
    text: 'On which nodes does it run?',
    options: { linux: 'Linux', windows: 'Windows' },
    assumed: 'linux',
    askedWhen: [{ sizing: ['unknown', 'changing'] }, { load: ['single-copy'] }],
  },
  version: {
    title: 'Kubernetes version',
    text: 'Which version does the cluster have?',
    options: { 'from-1.34': '1.34 or newer', 'before-1.34': 'Older than 1.34' },
    assumed: 'from-1.34',
    askedWhen: [
      { sizing: ['changing'] },
      { load: ['single-copy'], sizing: ['known'] },
    ],
  },
  cluster: {
    title: 'Cluster',
    text: 'Is it an AKS Automatic cluster?',
    options: { standard: 'No, AKS Standard', automatic: 'Yes' },
    assumed: 'standard',
  },
};
