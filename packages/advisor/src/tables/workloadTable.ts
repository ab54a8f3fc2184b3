import { DecisionTable } from '../DecisionTable';
import * as facts from './workloadFacts';
import { WorkloadOutcome, workloadOutcomes } from './workloadOutcomes';
import { WorkloadAnswers, workloadQuestions } from './workloadQuestions';
import { workloadRows } from './workloadRows';

/**
 * Which kind of workload to use. A bare Pod, ReplicaSet or ReplicationController
 * is never an outcome: nothing rolls them out or back.
 *
 * @public
 */
export const workloadTable: DecisionTable<WorkloadAnswers, WorkloadOutcome> = {
  id: 'workload',
  title: 'Workload kind',
  text: 'Which kind of Kubernetes workload runs a program. A bare Pod, ReplicaSet or ReplicationController is never recommended: nothing rolls it out or back, and nothing puts a lost Pod elsewhere.',
  questions: workloadQuestions,
  outcomes: workloadOutcomes,
  contradictions: [
    {
      id: 'schedule-on-every-node',
      title: 'Set times and every node',
      whenAny: [{ schedule: ['set-times'], placement: ['every-node'] }],
      because:
        'A CronJob makes Jobs, whose pods go wherever there is room; a DaemonSet runs on every node, but all the time.',
      remedy:
        'Use a CronJob that fans out over the nodes, or a DaemonSet with a timer of its own.',
    },
    {
      id: 'schedule-without-end',
      title: 'Set times without an end',
      whenAny: [{ schedule: ['set-times'], completion: ['keeps-running'] }],
      because:
        'Each set time starts another run, and none of them would ever end.',
      remedy:
        'Let the program end when its work is done, or run it all the time with a timer of its own.',
    },
    {
      id: 'autoscaled-run-to-completion',
      title: 'A run to completion that follows the load',
      whenAny: [{ completion: ['ends'], copies: ['autoscaled'] }],
      because:
        'A program that ends has no number of running copies that an autoscaler could change.',
      remedy:
        'Set the parallelism of the Job; or let a queue trigger the runs; or make it a program that keeps running.',
      facts: [facts.jobEnds],
    },
    {
      id: 'copies-on-every-node',
      title: 'A number of copies on every node',
      whenAny: [
        {
          placement: ['every-node'],
          copies: ['one', 'several', 'autoscaled'],
        },
      ],
      because:
        'On every node means one copy a node; a DaemonSet has no number of copies, and no autoscaler can set one.',
      remedy:
        'Leave the number open and choose the nodes by a label; or let the copies run wherever there is room.',
    },
    {
      id: 'one-disk-for-several-copies',
      title: 'One disk for several copies',
      whenAny: [{ storage: ['one-disk'], copies: ['several', 'autoscaled'] }],
      because:
        'Copies on different nodes cannot have the same ReadWriteOnce disk.',
      remedy:
        'Give each copy a disk of its own, share files (ReadWriteMany, such as Azure Files), or run one copy.',
      facts: [facts.oneNodeDisks],
    },
  ],
  rows: workloadRows,
  remarks: [
    {
      when: { copies: ['autoscaled'] },
      because:
        'Leave the number of replicas out of the manifest: the autoscaler owns it, and two writers make it flap.',
    },
  ],
};
