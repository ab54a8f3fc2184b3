import { matchesLabels } from '../labelSelector';
import { PodRecord } from '../records/pods';
import { SharedPath } from './ExposurePath';

/** How many pods stand behind a path, and how many should. */
export interface PodCount {
  ready: PodRecord[];
  unready: PodRecord[];
  wanted: number;
}

/**
 * Counts the pods of a path. A kind of workload that is not collected does not
 * say how many it wants; what it has stands for that.
 */
export function countPods({ pods, workloads }: SharedPath): PodCount {
  // By selector rather than along owners: ReplicaSets may be unreadable.
  const others = pods.filter(
    ({ labels }) =>
      !workloads.some(({ selector }) => matchesLabels(selector, labels)),
  );
  return {
    ready: pods.filter(({ ready }) => ready),
    unready: pods.filter(({ ready }) => !ready),
    wanted: workloads.reduce(
      (sum, { replicas }) => sum + replicas,
      others.length,
    ),
  };
}
