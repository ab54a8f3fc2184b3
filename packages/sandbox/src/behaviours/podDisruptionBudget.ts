import { KindBehaviour } from '../registry/KindBehaviour';

const NO_PODS = {
  disruptionsAllowed: 0,
  currentHealthy: 0,
  desiredHealthy: 0,
  expectedPods: 0,
};

/** PodDisruptionBudgets (policy/v1). */
export const podDisruptionBudget: KindBehaviour = {
  prepareCreate(object) {
    object.status = { ...NO_PODS };
  },
  zero: { spec: {}, status: NO_PODS },
};
