import { DecisionTable } from '../DecisionTable';
import { PodScalingAnswers } from './podScalingQuestions';

/**
 * The ways to scale the copies of a workload.
 *
 * @public
 */
export type PodScalingOutcome =
  | 'none'
  | 'hpa-cpu'
  | 'hpa-metric'
  | 'keda-scaled-object'
  | 'keda-scaled-job'
  | 'keda-cron'
  | 'vpa-recommend'
  | 'vpa-in-place'
  | 'vpa-initial'
  | 'hpa-cpu-vpa-memory'
  | 'hpa-metric-vpa'
  | 'kueue';

export const podScalingOutcomes: DecisionTable<
  PodScalingAnswers,
  PodScalingOutcome
>['outcomes'] = {
  none: {
    title: 'No autoscaler',
    text: 'A person, an operator or the kind itself decides how many copies run.',
    settings: {},
  },
  'hpa-cpu': {
    title: 'HorizontalPodAutoscaler on CPU',
    text: 'Target 60 to 70 % of the CPU requests, at least 2 copies; every container needs requests, and the manifest no replicas.',
    settings: {
      kind: 'HorizontalPodAutoscaler',
      'spec.metrics[0].type': 'Resource',
    },
  },
  'hpa-metric': {
    title: 'HorizontalPodAutoscaler on a metric of the requests',
    text: 'A Pods, Object or External metric, such as requests a second from Prometheus; at least 2 copies, and no replicas in the manifest.',
    settings: { kind: 'HorizontalPodAutoscaler' },
  },
  'keda-scaled-object': {
    title: 'KEDA ScaledObject',
    text: 'A trigger for the queue, the stream or the Prometheus metric; minReplicaCount 0 where it may stop, else 1 or more. No second HorizontalPodAutoscaler for the same workload.',
    settings: { kind: 'ScaledObject' },
  },
  'keda-scaled-job': {
    title: 'KEDA ScaledJob',
    text: 'One Job for each task, in place of the workload that takes tasks now.',
    settings: { kind: 'ScaledJob' },
  },
  'keda-cron': {
    title: 'KEDA ScaledObject with a cron trigger',
    text: 'A cron trigger for the busy hours, with another trigger beside it for what they do not foresee.',
    settings: { kind: 'ScaledObject', 'spec.triggers[0].type': 'cron' },
  },
  'vpa-recommend': {
    title: 'VerticalPodAutoscaler that only recommends',
    text: 'It measures and changes nothing. Read its recommendation, set the requests, then answer these questions again.',
    settings: {
      kind: 'VerticalPodAutoscaler',
      'spec.updatePolicy.updateMode': 'Off',
    },
  },
  'vpa-in-place': {
    title: 'VerticalPodAutoscaler, in place',
    text: 'It changes the requests of running pods where it can, and replaces them where it cannot.',
    settings: {
      kind: 'VerticalPodAutoscaler',
      'spec.updatePolicy.updateMode': 'InPlaceOrRecreate',
    },
  },
  'vpa-initial': {
    title: 'VerticalPodAutoscaler, when pods start',
    text: 'It sets the requests of a pod as it starts and never evicts one.',
    settings: {
      kind: 'VerticalPodAutoscaler',
      'spec.updatePolicy.updateMode': 'Initial',
    },
  },
  'hpa-cpu-vpa-memory': {
    title: 'HorizontalPodAutoscaler on CPU, VerticalPodAutoscaler on memory',
    text: 'Limit the vertical one to memory with controlledResources, so that the two never act on the same metric.',
    settings: {
      kind: 'HorizontalPodAutoscaler, VerticalPodAutoscaler',
      'spec.resourcePolicy.containerPolicies[0].controlledResources': 'memory',
    },
  },
  'hpa-metric-vpa': {
    title:
      'HorizontalPodAutoscaler on a metric of the requests, with a VerticalPodAutoscaler',
    text: 'The metric decides how many copies run, the vertical one how large each is.',
    settings: { kind: 'HorizontalPodAutoscaler, VerticalPodAutoscaler' },
  },
  kueue: {
    title: 'Kueue',
    text: 'Kueue holds a Job back until there is room for all of its pods.',
    settings: {},
  },
};
