import { Row } from '../DecisionTable';
import * as facts from './workloadFacts';
import { WorkloadOutcome } from './workloadOutcomes';
import { WorkloadAnswers } from './workloadQuestions';

export const workloadRows: readonly Row<WorkloadAnswers, WorkloadOutcome>[] = [
  {
    outcome: 'cron-job',
    when: { completion: ['ends'], schedule: ['set-times'] },
    because: 'It ends when its work is done and is started at set times.',
    facts: [facts.runsTwiceOrNever],
    runnersUp: [
      {
        outcome: 'job',
        because: 'A Job runs once; something else would have to start it.',
      },
    ],
  },
  {
    outcome: 'daemon-set-one-shot',
    when: { completion: ['ends'], placement: ['every-node'] },
    because:
      'It has to be done once on each node, also on nodes that come later.',
    runnersUp: [
      {
        outcome: 'job',
        because:
          'The pods of a Job go wherever there is room, and never to nodes that come later.',
      },
    ],
  },
  {
    outcome: 'scaled-job',
    when: { completion: ['ends'], trigger: ['queue'] },
    because:
      'Each item is a long run of its own, and the depth of the queue decides how many run.',
    facts: [facts.scaledJobLimit],
    runnersUp: [
      {
        outcome: 'job',
        because:
          'A pipeline would have to watch the queue and start a Job for each item.',
      },
    ],
  },
  {
    outcome: 'job',
    when: { completion: ['ends'], trigger: ['on-demand'] },
    because: 'It ends when its work is done and runs when somebody asks.',
    facts: [facts.jobEnds],
    runnersUp: [
      {
        outcome: 'cron-job',
        because: 'There are no set times at which to start it.',
      },
    ],
  },
  {
    outcome: 'daemon-set',
    when: { completion: ['keeps-running'], placement: ['every-node'] },
    because: 'It has to run on each node, also on nodes that come later.',
    runnersUp: [
      {
        outcome: 'deployment',
        because:
          'The copies of a Deployment go wherever there is room, not one to each node.',
      },
    ],
  },
  {
    outcome: 'stateful-set',
    when: { completion: ['keeps-running'], storage: ['own-disks'] },
    because: 'Each copy has a disk of its own that stays with it.',
    facts: [facts.stableIdentity],
    runnersUp: [
      {
        outcome: 'deployment',
        because: 'All copies of a Deployment would get the same volume claim.',
      },
    ],
  },
  {
    outcome: 'stateful-set',
    when: { completion: ['keeps-running'], identity: ['own-name'] },
    because:
      'Each copy needs a name that it keeps; that holds for a single copy too.',
    facts: [facts.stableIdentity],
    runnersUp: [
      {
        outcome: 'deployment-recreate',
        when: { storage: ['one-disk'] },
        because:
          'It could hold the disk, but its pod gets another name each time.',
      },
      {
        outcome: 'deployment',
        because: 'Its pods get another name each time.',
      },
    ],
  },
  {
    outcome: 'deployment-recreate',
    when: {
      completion: ['keeps-running'],
      identity: ['interchangeable'],
      storage: ['one-disk'],
    },
    because:
      'The disk has to leave the old pod before the new one can start; a rolling update would wait for ever.',
    facts: [facts.oneNodeDisks],
    runnersUp: [
      {
        outcome: 'stateful-set',
        because:
          'It would work as well, but brings names and claims that nothing here needs.',
      },
    ],
  },
  {
    outcome: 'deployment',
    when: {
      completion: ['keeps-running'],
      identity: ['interchangeable'],
      storage: ['none', 'shared'],
    },
    because: 'It keeps running, and any copy can take the place of another.',
    runnersUp: [
      {
        outcome: 'stateful-set',
        because:
          'It rolls out slowly, one copy after the other, for names and disks that nothing here needs.',
      },
    ],
  },
];
