import { PodRecord } from '../records/pods';
import { RecordSet } from '../RecordSet';

/** Whether a pod is in the network of its node. */
export function isOnHostNetwork(pod: PodRecord, records: RecordSet): boolean {
  const root = records.get(records.rootOf(pod));
  const spec =
    root !== undefined && 'template' in root ? root.template : pod.spec;
  return spec?.hostNetwork === true;
}
