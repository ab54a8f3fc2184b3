import { PodDisruptionBudget } from '../objects/policy';
import { Condition, Pod } from '../objects/workloads';
import { selectsLabels } from '../selectors/selectsLabels';
import { isReady, withObservedCondition } from './conditions';
import { Controller, keyOf } from './Controller';
import { ControllerContext } from './ControllerContext';
import { POD_DISRUPTION_BUDGETS, PODS, storeName } from './resources';
import { inPods } from './rolloutScale';
import { Scalable, scalableOf } from './scalableOf';

/** Says how many pods of a budget may be evicted now. */
export const podDisruptionBudgetController: Controller = {
  name: 'kube-controller-manager',
  concerns(event, context) {
    if (event.resource !== storeName(PODS)) {
      return keyOf(event, storeName(POD_DISRUPTION_BUDGETS));
    }
    const { namespace, labels } = event.object.metadata;
    return context
      .list<PodDisruptionBudget>(POD_DISRUPTION_BUDGETS, namespace)
      .filter(
        ({ spec }) =>
          selectsLabels(spec.selector, labels) ||
          selectsLabels(spec.selector, event.previous?.metadata.labels),
      )
      .map(({ metadata }) => `${namespace}/${metadata.name}`);
  },
  reconcile(key, context) {
    const budget = context.find<PodDisruptionBudget>(
      POD_DISRUPTION_BUDGETS,
      key,
    );
    if (!budget || context.isHeld(budget)) {
      return;
    }
    const pods = context
      .list<Pod>(PODS, budget.metadata.namespace)
      .filter(({ metadata }) =>
        selectsLabels(budget.spec.selector, metadata.labels),
      );
    const demand = demandOf(context, budget, pods);
    const healthy = pods.filter(
      pod => isReady(pod) && pod.metadata.deletionTimestamp === undefined,
    ).length;
    const spare = demand.expected > 0 ? healthy - demand.healthy : 0;
    const allowed = demand.failure ? 0 : Math.max(0, spare);
    context.setStatus(POD_DISRUPTION_BUDGETS, budget, {
      ...budget.status,
      observedGeneration: budget.metadata.generation,
      disruptionsAllowed: allowed,
      currentHealthy: healthy,
      desiredHealthy: demand.healthy,
      expectedPods: demand.expected,
      conditions: withObservedCondition(
        budget.status.conditions,
        conditionOf(allowed, demand.failure),
        budget.metadata.generation,
        context.now(),
      ),
    });
  },
};

interface Demand {
  expected: number;
  healthy: number;
  failure?: string;
}

function demandOf(
  context: ControllerContext,
  { spec }: PodDisruptionBudget,
  pods: Pod[],
): Demand {
  const { minAvailable, maxUnavailable } = spec;
  if (maxUnavailable === undefined && typeof minAvailable !== 'string') {
    return { expected: pods.length, healthy: minAvailable ?? 0 };
  }
  // Shares are of the pods that there should be, so somebody must know them.
  const workloads = new Map<string, Scalable>();
  for (const pod of pods) {
    const workload = scalableOf(context, pod);
    if (!workload) {
      return {
        expected: 0,
        healthy: 0,
        failure: `found no controllers for pod "${pod.metadata.name}"`,
      };
    }
    workloads.set(workload.metadata.uid, workload);
  }
  const expected = [...workloads.values()].reduce(
    (sum, workload) => sum + (workload.spec.replicas ?? 1),
    0,
  );
  return {
    expected,
    healthy:
      maxUnavailable === undefined
        ? inPods(minAvailable ?? 0, expected, Math.ceil)
        : Math.max(0, expected - inPods(maxUnavailable, expected, Math.ceil)),
  };
}

function conditionOf(allowed: number, failure?: string): Condition {
  const type = 'DisruptionAllowed';
  if (failure) {
    return { type, status: 'False', reason: 'SyncFailed', message: failure };
  }
  return allowed > 0
    ? { type, status: 'True', reason: 'SufficientPods', message: '' }
    : { type, status: 'False', reason: 'InsufficientPods', message: '' };
}
