import { Projection } from '../../edge';
import { DaemonSetRecord } from '../../records/workloads';
import { conditionsOf, isObserved } from '../conditions';
import { count, fieldsAt, reason } from '../fields';
import { metadataOf } from '../metadata';
import { workloadSelector } from '../selectors';
import { templateFacts, workloadEdges } from './podTemplate';

export function projectDaemonSet(object: unknown): Projection | undefined {
  const metadata = metadataOf('DaemonSet', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const record: DaemonSetRecord = {
    ...metadata,
    desired: count(status.desiredNumberScheduled) ?? 0,
    ready: count(status.numberReady) ?? 0,
    updated: count(status.updatedNumberScheduled) ?? 0,
    available: count(status.numberAvailable) ?? 0,
    misscheduled: count(status.numberMisscheduled) ?? 0,
    observed: isObserved(object),
    strategy: reason(fieldsAt(spec, 'updateStrategy').type) ?? 'RollingUpdate',
    selector: workloadSelector(spec.selector),
    ...templateFacts(spec.template),
    conditions: conditionsOf(object),
  };
  return { record, edges: workloadEdges(record, record.selector) };
}
