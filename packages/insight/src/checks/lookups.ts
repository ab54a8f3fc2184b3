import { LabelSelector, matchesLabels } from '../labelSelector';
import { RecordOf } from '../record';
import { refKey } from '../RecordSet';
import { ObjectRef } from '../records/base';
import { CheckContext } from './Check';
import { Workload, WORKLOAD_KINDS, workloadOf } from './Workload';

/** The workloads of a namespace. */
export function workloadsIn(
  namespace: string,
  { records }: CheckContext,
): Workload[] {
  return WORKLOAD_KINDS.flatMap(kind =>
    records.of(kind, namespace).flatMap(record => workloadOf(record) ?? []),
  );
}

/** Those whose pods a selector matches. */
export function workloadsSelected(
  namespace: string,
  selector: LabelSelector,
  context: CheckContext,
): Workload[] {
  return workloadsIn(namespace, context).filter(({ podLabels }) =>
    matchesLabels(selector, podLabels),
  );
}

export type Autoscaler =
  | RecordOf<'HorizontalPodAutoscaler'>
  | RecordOf<'ScaledObject'>;

/**
 * The autoscalers of an object, by its kind as well as its name. One that a
 * ScaledObject made for itself is none of its own.
 */
export function autoscalersOf(
  target: ObjectRef,
  { records }: CheckContext,
): Autoscaler[] {
  const { namespace } = target;
  const scaled = records.of('ScaledObject', namespace);
  const made = new Set(scaled.map(({ hpa }) => hpa));
  const own = records
    .of('HorizontalPodAutoscaler', namespace)
    .filter(({ name, owner }) => !made.has(name) && !owner);
  return [...own, ...scaled].filter(
    scaler => scaler.target && refKey(scaler.target) === refKey(target),
  );
}

/** The fewest and the most pods that a workload is to have. */
export function replicasOf(
  { record }: Workload,
  context: CheckContext,
): { least: number; most: number } {
  const [scaler] = autoscalersOf(record, context);
  const replicas =
    record.kind === 'Deployment' ||
    record.kind === 'StatefulSet' ||
    record.kind === 'ReplicaSet'
      ? record.replicas
      : 1;
  return {
    least: scaler?.minReplicas ?? replicas,
    most: scaler?.maxReplicas ?? replicas,
  };
}
