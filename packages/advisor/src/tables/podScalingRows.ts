import { Row } from '../DecisionTable';
import * as facts from './podScalingFacts';
import { PodScalingOutcome } from './podScalingOutcomes';
import { PodScalingAnswers } from './podScalingQuestions';

import { verticalScalingRows } from './verticalScalingRows';

type PodScalingRow = Row<PodScalingAnswers, PodScalingOutcome>;

const runsToCompletion: readonly PodScalingRow[] = [
  {
    outcome: 'kueue',
    when: { kind: ['job', 'cron-job'], together: ['together'] },
    because: 'A run is of use only when all of its pods have started.',
    runnersUp: [
      {
        outcome: 'none',
        because:
          'Pods that find room would wait for the others and keep nodes busy meanwhile.',
      },
    ],
  },
  {
    outcome: 'keda-scaled-job',
    when: { kind: ['job'], work: ['queue'] },
    because: 'How many runs there are depends on the depth of the queue.',
    facts: [facts.scaledJobs],
    runnersUp: [
      {
        outcome: 'none',
        because: 'Somebody would have to start a Job whenever work arrives.',
      },
    ],
  },
  {
    outcome: 'none',
    when: { kind: ['job', 'cron-job'], together: ['independent'] },
    because:
      'The work is known when a run starts; its completions and parallelism decide how many pods there are.',
    runnersUp: [
      {
        outcome: 'keda-scaled-job',
        because: 'No queue tells it how much work there is.',
      },
    ],
  },
];

const horizontal: readonly PodScalingRow[] = [
  {
    outcome: 'none',
    when: { kind: ['stateful-set'] },
    because:
      'Copies with names and disks join and leave in an order that a person or an operator knows better.',
    runnersUp: [
      {
        outcome: 'hpa-cpu',
        because:
          'It is possible, but knows nothing of data that has to move first.',
      },
    ],
  },
  {
    outcome: 'keda-scaled-job',
    when: { load: ['long-tasks'] },
    because:
      'A task that must not be interrupted is best a Job of its own, which no scaling down can end.',
    facts: [facts.scaledJobs],
    runnersUp: [
      {
        outcome: 'keda-scaled-object',
        because: 'Scaling down could end a copy in the middle of a task.',
      },
    ],
  },
  {
    outcome: 'keda-scaled-object',
    when: { load: ['queue'] },
    because: 'The length of the queue says earlier than CPU what is needed.',
    facts: [facts.kedaFromZero],
    runnersUp: [
      {
        outcome: 'hpa-metric',
        because:
          'It would need an adapter that brings the length of the queue as a metric.',
        facts: [facts.noScaleToZero],
      },
    ],
  },
  {
    outcome: 'keda-cron',
    when: { load: ['time-of-day'] },
    because: 'The busy hours are known, so copies can be there before them.',
    facts: [facts.kedaFromZero],
    runnersUp: [
      {
        outcome: 'hpa-cpu',
        because: 'It starts copies only when the load is there already.',
      },
    ],
  },
  {
    outcome: 'keda-scaled-object',
    when: { load: ['requests'], idle: ['may-stop'] },
    because: 'It scales on requests and may stop while there are none.',
    facts: [facts.kedaFromZero],
    runnersUp: [
      {
        outcome: 'hpa-metric',
        because: 'It keeps at least one copy running.',
        facts: [facts.noScaleToZero],
      },
    ],
  },
  {
    outcome: 'hpa-metric-vpa',
    when: { load: ['requests'], sizing: ['changing'] },
    because:
      'Requests decide how many copies run, and what each needs changes; the two use different metrics.',
    facts: [facts.metricTypes, facts.oneMetricOneAutoscaler],
    runnersUp: [
      {
        outcome: 'hpa-metric',
        because: 'The requests of a copy would stay as they are.',
      },
    ],
  },
  {
    outcome: 'hpa-metric',
    when: { load: ['requests'], idle: ['always-on'] },
    because:
      'CPU does not show this load, and at least one copy keeps running.',
    facts: [facts.metricTypes],
    runnersUp: [
      {
        outcome: 'keda-scaled-object',
        because:
          'Its Prometheus trigger does the same with one more component; it pays where no copy may run.',
      },
    ],
  },
  {
    outcome: 'hpa-cpu-vpa-memory',
    when: { load: ['cpu'], sizing: ['changing'] },
    because:
      'CPU decides how many copies run, and memory how large each has to be.',
    facts: [facts.oneMetricOneAutoscaler],
    runnersUp: [
      {
        outcome: 'hpa-cpu',
        because: 'The memory of a copy would stay as it is.',
      },
    ],
  },
  {
    outcome: 'hpa-cpu',
    when: { load: ['cpu'], sizing: ['known'] },
    because:
      'CPU shows the load, and the requests it is measured by are known.',
    facts: [facts.utilizationNeedsRequests],
    runnersUp: [
      {
        outcome: 'hpa-metric',
        because:
          'A metric of the requests has to be collected first; CPU is there already.',
      },
    ],
  },
  {
    outcome: 'none',
    when: { load: ['steady'], sizing: ['known'] },
    because: 'The load hardly varies, so a fixed number of copies serves it.',
    runnersUp: [
      {
        outcome: 'hpa-cpu',
        because: 'There is no load to follow.',
      },
    ],
  },
];

export const podScalingRows: readonly PodScalingRow[] = [
  ...runsToCompletion,
  ...verticalScalingRows,
  ...horizontal,
];
