import { KubernetesObject } from './KubernetesObject';
import { Condition, Selector } from './workloads';

/** What controllers read of PodDisruptionBudgets. */
export interface PodDisruptionBudget extends KubernetesObject {
  spec: {
    selector?: Selector;
    minAvailable?: number | string;
    maxUnavailable?: number | string;
  };
  status: { conditions?: Condition[] };
}
