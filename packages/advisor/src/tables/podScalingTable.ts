import { DecisionTable } from '../DecisionTable';
import { aksPage } from '../sources';
import * as facts from './podScalingFacts';
import { PodScalingOutcome, podScalingOutcomes } from './podScalingOutcomes';
import { PodScalingAnswers, podScalingQuestions } from './podScalingQuestions';
import { podScalingRows } from './podScalingRows';

/**
 * How the copies of a workload, or their sizes, follow the load.
 *
 * @public
 */
export const podScalingTable: DecisionTable<
  PodScalingAnswers,
  PodScalingOutcome
> = {
  id: 'pod-scaling',
  title: 'Autoscaling of pods',
  text: 'How the number of copies of a workload, or the size of each, follows the load.',
  questions: podScalingQuestions,
  outcomes: podScalingOutcomes,
  contradictions: [
    {
      id: 'no-copy-by-cpu',
      title: 'No copy, by CPU',
      whenAny: [{ load: ['cpu'], idle: ['may-stop'] }],
      because:
        'With no copy running nothing uses CPU, so CPU can never start the first one.',
      remedy:
        'Keep one copy running; or scale on what arrives instead, such as the rate of requests or the length of a queue.',
      facts: [facts.kedaRefusesCpuZero],
    },
    {
      id: 'vertical-on-windows',
      title: 'Vertical scaling on Windows',
      whenAny: [
        { sizing: ['unknown', 'changing'], os: ['windows'] },
        { load: ['single-copy'], os: ['windows'] },
      ],
      because:
        'Measuring or adjusting requests is the work of the Vertical Pod Autoscaler, which does not run Windows pods.',
      remedy:
        'Measure with your monitoring and set the requests yourself; where only one copy can run, give it room for its largest size.',
      facts: [facts.noVerticalOnWindows],
    },
  ],
  rows: podScalingRows,
  remarks: [
    {
      when: { load: ['requests', 'queue', 'time-of-day'], sizing: ['unknown'] },
      because:
        'A VerticalPodAutoscaler in mode Off beside it measures what a copy needs, and changes nothing.',
      facts: [facts.verticalHistory],
    },
    {
      when: { load: ['queue', 'time-of-day'], sizing: ['changing'] },
      because:
        'A VerticalPodAutoscaler may adjust CPU and memory beside it, as neither is what the copies are scaled by.',
      facts: [facts.oneMetricOneAutoscaler],
    },
    {
      when: { idle: ['may-stop'], load: ['requests'], sizing: ['changing'] },
      because:
        'A VerticalPodAutoscaler may adjust CPU and memory beside it, as neither is what the copies are scaled by.',
      facts: [facts.oneMetricOneAutoscaler],
    },
    {
      when: { cluster: ['automatic'] },
      because: 'Nothing has to be installed: the autoscalers are part of it.',
      facts: [facts.builtInAutomatic],
    },
    {
      when: { cluster: ['standard'] },
      outcomes: ['keda-scaled-object', 'keda-scaled-job', 'keda-cron'],
      because:
        'KEDA has to be switched on for the cluster (--enable-keda), after workload identity.',
      facts: [
        {
          text: 'Workload identity is to be enabled before the KEDA add-on.',
          source: aksPage('keda-about', 'KEDA in AKS'),
        },
      ],
    },
    {
      when: { cluster: ['standard'] },
      outcomes: [
        'vpa-recommend',
        'vpa-in-place',
        'vpa-initial',
        'hpa-cpu-vpa-memory',
        'hpa-metric-vpa',
      ],
      because:
        'The Vertical Pod Autoscaler has to be switched on for the cluster (--enable-vpa).',
    },
  ],
};
