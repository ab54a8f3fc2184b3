import { HorizontalPodAutoscaler } from '../objects/autoscalers';
import { Condition, Pod, Selector } from '../objects/workloads';
import { splitApiVersion } from '../kinds/KindDefinition';
import { selectsLabels } from '../selectors/selectsLabels';
import { withObservedCondition } from './conditions';
import { Controller, keyOf } from './Controller';
import { ControllerContext, Resource } from './ControllerContext';
import { Decision, decision } from './autoscalerDecision';
import { reportEvent } from './reportEvent';
import { HORIZONTAL_POD_AUTOSCALERS, PODS, storeName } from './resources';
import { Scalable } from './scalableOf';
import { AutoscalerMemory } from './scalingLimits';

// How often the real one looks; here only while something is on its way.
const SYNC = 15_000;
const LONGEST_MEMORY = 3_600_000;

const memories = new WeakMap<
  ControllerContext,
  Map<string, AutoscalerMemory>
>();

/** Sizes workloads by what their pods use. */
export const horizontalPodAutoscalerController: Controller = {
  name: 'kube-controller-manager',
  concerns(event, context) {
    const { kind, metadata } = event.object;
    const keys =
      event.type === 'DELETED' || metadata.namespace === undefined
        ? []
        : context
            .list<HorizontalPodAutoscaler>(
              HORIZONTAL_POD_AUTOSCALERS,
              metadata.namespace,
            )
            .filter(
              ({ spec }) =>
                spec.scaleTargetRef.kind === kind &&
                spec.scaleTargetRef.name === metadata.name,
            )
            .map(({ metadata: own }) => `${own.namespace}/${own.name}`);
    const own = keyOf(event, storeName(HORIZONTAL_POD_AUTOSCALERS));
    for (const key of [...keys, ...own]) {
      context.again(key, context.timing.autoscale);
    }
    return [];
  },
  reconcile(key, context) {
    const autoscaler = context.find<HorizontalPodAutoscaler>(
      HORIZONTAL_POD_AUTOSCALERS,
      key,
    );
    if (
      !autoscaler ||
      context.isHeld(autoscaler) ||
      autoscaler.metadata.deletionTimestamp
    ) {
      return;
    }
    const target = targetOf(context, autoscaler);
    const memory = memoryOf(context, autoscaler);
    const taken = decision(autoscaler, target.workload, {
      memory,
      now: context.clock.told(),
      pods: podsOf(context, target.workload),
      resourceName: target.name,
    });
    reportFailures(context, autoscaler, taken);
    act(context, autoscaler, { ...target, taken, memory });
    if (taken.pending || taken.replicas !== taken.current) {
      context.again(key, SYNC);
    }
  },
};

interface Target {
  /** Such as `deployments/scale.apps`. */
  name: string;
  resource?: Resource;
  workload?: Scalable;
}

function targetOf(
  context: ControllerContext,
  { metadata, spec }: HorizontalPodAutoscaler,
): Target {
  const { apiVersion = 'v1', kind, name } = spec.scaleTargetRef;
  const { group, version } = splitApiVersion(apiVersion);
  const known = context.kinds.byName(group, version, kind);
  if (!known) {
    return { name: `${kind.toLowerCase()}s/scale.${group}` };
  }
  const resource: Resource = [known.group, known.plural];
  return {
    name: `${known.plural}/scale${group ? `.${group}` : ''}`,
    resource,
    workload: context.find<Scalable>(
      resource,
      known.namespaced ? `${metadata.namespace}/${name}` : name,
    ),
  };
}

function podsOf(context: ControllerContext, workload?: Scalable): Pod[] {
  const { selector } = (workload?.spec ?? {}) as { selector?: Selector };
  return workload
    ? context
        .list<Pod>(PODS, workload.metadata.namespace)
        .filter(
          ({ metadata }) =>
            selectsLabels(selector, metadata.labels) &&
            metadata.deletionTimestamp === undefined,
        )
    : [];
}

function memoryOf(
  context: ControllerContext,
  { metadata }: HorizontalPodAutoscaler,
): AutoscalerMemory {
  const known = memories.get(context) ?? new Map<string, AutoscalerMemory>();
  memories.set(context, known);
  const memory = known.get(metadata.uid) ?? { recommendations: [], events: [] };
  const now = context.clock.told();
  const since = now - LONGEST_MEMORY;
  const last = memory.recommendations[memory.recommendations.length - 1];
  // While nothing changed, each look would have led to the same.
  const unseen =
    last && last.time < now - SYNC ? [{ ...last, time: now - SYNC }] : [];
  const kept = {
    recommendations: [...memory.recommendations, ...unseen].filter(
      ({ time }) => time > since,
    ),
    events: memory.events.filter(({ time }) => time > since),
  };
  known.set(metadata.uid, kept);
  return kept;
}

function act(
  context: ControllerContext,
  autoscaler: HorizontalPodAutoscaler,
  {
    resource,
    workload,
    taken,
    memory,
  }: Target & { taken: Decision; memory: AutoscalerMemory },
): void {
  const { replicas, current } = taken;
  const rescales =
    resource !== undefined && workload !== undefined && replicas !== current;
  if (rescales) {
    context.update<Scalable>(resource, workload, found => ({
      ...found,
      spec: { ...found.spec, replicas },
    }));
    memory.events.push({
      time: context.clock.told(),
      change: replicas - current,
    });
    reportEvent(context, HORIZONTAL_POD_AUTOSCALERS, autoscaler, {
      type: 'Normal',
      reason: 'SuccessfulRescale',
      message: `New size: ${replicas}; reason: ${taken.reason}`,
      component: 'horizontal-pod-autoscaler',
    });
  }
  const conditions = [
    ...taken.conditions,
    ...(rescales ? [succeeded(replicas)] : []),
  ].reduce<Condition[]>(
    (set, condition) =>
      withObservedCondition(set, condition, undefined, context.now()),
    autoscaler.status.conditions ?? [],
  );
  context.setStatus(HORIZONTAL_POD_AUTOSCALERS, autoscaler, {
    ...autoscaler.status,
    ...(rescales && { lastScaleTime: context.now() }),
    currentReplicas: current,
    desiredReplicas: replicas,
    currentMetrics: taken.metrics,
    conditions,
  });
}

function succeeded(replicas: number): Condition {
  return {
    type: 'AbleToScale',
    status: 'True',
    reason: 'SucceededRescale',
    message: `the HPA controller was able to update the target scale to ${replicas}`,
  };
}

function reportFailures(
  context: ControllerContext,
  autoscaler: HorizontalPodAutoscaler,
  { failures }: Decision,
): void {
  for (const { reason, message } of failures) {
    const isKnown = autoscaler.status.conditions?.some(
      condition =>
        condition.status === 'False' && condition.message?.includes(message),
    );
    if (!isKnown) {
      reportEvent(context, HORIZONTAL_POD_AUTOSCALERS, autoscaler, {
        type: 'Warning',
        reason,
        message,
        component: 'horizontal-pod-autoscaler',
      });
    }
  }
}
