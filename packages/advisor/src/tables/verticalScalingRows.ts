import { Row } from '../DecisionTable';
import * as facts from './podScalingFacts';
import { PodScalingOutcome } from './podScalingOutcomes';
import { PodScalingAnswers } from './podScalingQuestions';

type PodScalingRow = Row<PodScalingAnswers, PodScalingOutcome>;

/** Where the size of a copy is what has to be found or changed. */
export const verticalScalingRows: readonly PodScalingRow[] = [
  {
    outcome: 'none',
    when: { kind: ['daemon-set'], sizing: ['known'] },
    because: 'The number of nodes is the number of copies.',
    runnersUp: [
      {
        outcome: 'vpa-recommend',
        because: 'It is known what a copy needs; there is nothing to measure.',
      },
    ],
  },
  {
    outcome: 'vpa-recommend',
    when: { kind: ['daemon-set', 'stateful-set'], sizing: ['unknown'] },
    because: 'First it has to be known what a copy needs.',
    facts: [facts.verticalHistory],
    runnersUp: [
      {
        outcome: 'none',
        because: 'The requests would remain a guess.',
      },
    ],
  },
  {
    outcome: 'vpa-recommend',
    when: {
      load: ['cpu', 'steady', 'single-copy'],
      sizing: ['unknown'],
    },
    because:
      'First it has to be known what a copy needs; everything else is a share of that.',
    facts: [facts.verticalHistory, facts.utilizationNeedsRequests],
    runnersUp: [
      {
        outcome: 'hpa-cpu',
        when: { load: ['cpu'] },
        because: 'A percentage of guessed requests is a guess.',
      },
      {
        outcome: 'vpa-initial',
        when: { load: ['single-copy'] },
        because:
          'It would apply recommendations that nobody has looked at yet.',
      },
      { outcome: 'none', because: 'The requests would remain a guess.' },
    ],
  },
  ...adjusted(
    { load: ['single-copy'], sizing: ['known', 'changing'] },
    'Only one copy can run, so it has to grow instead of multiply.',
  ),
  ...adjusted(
    { kind: ['daemon-set', 'stateful-set'], sizing: ['changing'] },
    'What a copy needs changes, and the number of copies is not the autoscaler’s to set.',
  ),
  ...adjusted(
    { load: ['steady'], sizing: ['changing'] },
    'The number of copies may stay as it is, but what each needs changes.',
  ),
];

/** Requests are adjusted, in the way that the version of the cluster has. */
function adjusted(
  when: PodScalingRow['when'],
  because: string,
): PodScalingRow[] {
  return [
    {
      outcome: 'vpa-in-place',
      when: { ...when, version: ['from-1.34'] },
      because,
      facts: [facts.verticalModes, facts.verticalHistory],
      runnersUp: [
        {
          outcome: 'vpa-initial',
          because: 'It would wait for the next start of a pod.',
        },
      ],
    },
    {
      outcome: 'vpa-initial',
      when: { ...when, version: ['before-1.34'] },
      because,
      facts: [facts.verticalModes, facts.verticalHistory],
      runnersUp: [
        {
          outcome: 'vpa-in-place',
          because: 'On AKS it needs Kubernetes 1.34.',
        },
      ],
    },
  ];
}
