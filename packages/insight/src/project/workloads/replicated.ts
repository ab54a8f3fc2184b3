import { RecordBase } from '../../records/base';
import { ReplicatedRecord } from '../../records/workloads';
import { conditionsOf, isObserved } from '../conditions';
import { replicaWriters } from '../fieldManagers';
import { count, fieldsAt } from '../fields';
import { workloadSelector } from '../selectors';
import { templateFacts } from './podTemplate';

type ReplicatedFacts = Omit<ReplicatedRecord<string>, keyof RecordBase<string>>;

/** What Deployments and StatefulSets have in common. */
export function replicatedFacts(object: unknown): ReplicatedFacts {
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  return {
    replicas: count(spec.replicas) ?? 1,
    replicasGiven: count(spec.replicas) !== undefined,
    replicasSetBy: replicaWriters(object),
    readyReplicas: count(status.readyReplicas) ?? 0,
    updatedReplicas: count(status.updatedReplicas) ?? 0,
    availableReplicas: count(status.availableReplicas) ?? 0,
    observed: isObserved(object),
    selector: workloadSelector(spec.selector),
    ...templateFacts(spec.template),
    conditions: conditionsOf(object),
  };
}
