import { advise } from '../advise';
import { WorkloadAnswers } from './workloadQuestions';
import { workloadTable } from './workloadTable';

const at = { now: new Date('2026-11-22T12:00:00Z') };

// The rows of notes on workload kinds, section 6.1, by number.
const rows: [string, Partial<WorkloadAnswers>, string, string][] = [
  [
    '1 set times',
    { completion: 'ends', schedule: 'set-times' },
    'cron-job',
    'job',
  ],
  [
    '2 queue of tasks',
    { completion: 'ends', trigger: 'queue' },
    'scaled-job',
    'job',
  ],
  ['3 runs to completion', { completion: 'ends' }, 'job', 'cron-job'],
  ['4 on every node', { placement: 'every-node' }, 'daemon-set', 'deployment'],
  [
    '5 disk for each copy',
    { storage: 'own-disks', copies: 'several' },
    'stateful-set',
    'deployment',
  ],
  ['5 own names', { identity: 'own-name' }, 'stateful-set', 'deployment'],
  [
    '5 one copy with disk and name',
    { identity: 'own-name', storage: 'one-disk', copies: 'one' },
    'stateful-set',
    'deployment-recreate',
  ],
  [
    '6 one copy with a disk',
    { storage: 'one-disk', copies: 'one' },
    'deployment-recreate',
    'stateful-set',
  ],
  ['7 everything else', { copies: 'several' }, 'deployment', 'stateful-set'],
  [
    '7 shared files only',
    { storage: 'shared', copies: 'autoscaled' },
    'deployment',
    'stateful-set',
  ],
  [
    'one-shot on each node',
    { completion: 'ends', placement: 'every-node' },
    'daemon-set-one-shot',
    'job',
  ],
];

const contradictions: [string, Partial<WorkloadAnswers>][] = [
  [
    'schedule-on-every-node',
    { completion: 'ends', schedule: 'set-times', placement: 'every-node' },
  ],
  [
    'autoscaled-run-to-completion',
    { completion: 'ends', copies: 'autoscaled' },
  ],
  ['copies-on-every-node', { placement: 'every-node', copies: 'several' }],
  ['copies-on-every-node', { placement: 'every-node', copies: 'autoscaled' }],
  ['schedule-without-end', { schedule: 'set-times' }],
  ['one-disk-for-several-copies', { storage: 'one-disk', copies: 'several' }],
];

describe('the kind of a workload', () => {
  it.each(rows)('%s', (_, answers, outcome, runnerUp) => {
    expect(advise(workloadTable, answers, at)).toMatchObject({
      type: 'recommendation',
      outcome: { id: outcome },
      runnerUp: { outcome: { id: runnerUp } },
    });
  });

  it.each(contradictions)('refuses %s', (id, answers) => {
    expect(advise(workloadTable, answers, at)).toMatchObject({
      type: 'contradiction',
      id,
    });
  });

  it('is never a bare Pod or ReplicaSet', () => {
    const kinds = Object.values(workloadTable.outcomes).map(
      ({ settings }) => settings.kind,
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'CronJob',
      'DaemonSet',
      'Deployment',
      'Job',
      'ScaledJob',
      'StatefulSet',
    ]);
  });

  it('leaves the number of copies to an autoscaler', () => {
    expect(advise(workloadTable, { copies: 'autoscaled' }, at)).toMatchObject({
      remarks: [
        { because: expect.stringContaining('replicas out of the manifest') },
      ],
    });
  });
});
