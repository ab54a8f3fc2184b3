import { HorizontalPodAutoscaler, ScalingRules } from '../objects/autoscalers';
import { Condition } from '../objects/workloads';

/** A change of size that happened. */
export interface ScaleEvent {
  time: number;
  change: number;
}

/** A size that was computed at a time. */
export interface Recommendation {
  time: number;
  replicas: number;
}

/** What an autoscaler remembers; the real one keeps it in memory, too. */
export interface AutoscalerMemory {
  recommendations: Recommendation[];
  events: ScaleEvent[];
}

const DEFAULT_UP: ScalingRules = {
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const DEFAULT_DOWN: ScalingRules = {
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};
const WAIT_BEFORE_SHRINKING = 300;

/**
 * The size that recent recommendations allow: the highest of them before
 * pods are taken away, the lowest before pods are added.
 */
export function stabilized(
  { spec }: HorizontalPodAutoscaler,
  { recommendations }: AutoscalerMemory,
  { current, wanted, now }: { current: number; wanted: number; now: number },
): { replicas: number; condition: Condition } {
  const within = (seconds: number) =>
    recommendations
      .filter(({ time }) => now - time < seconds * 1000)
      .map(({ replicas }) => replicas);
  const { scaleUp, scaleDown } = spec.behavior ?? {};
  const highest = Math.max(
    wanted,
    ...within(scaleDown?.stabilizationWindowSeconds ?? WAIT_BEFORE_SHRINKING),
  );
  const lowest = Math.min(
    wanted,
    ...within(scaleUp?.stabilizationWindowSeconds ?? 0),
  );
  const replicas = Math.min(highest, Math.max(lowest, current));
  const able = (reason: string, message: string): Condition => ({
    type: 'AbleToScale',
    status: 'True',
    reason,
    message,
  });
  if (replicas === wanted) {
    return {
      replicas,
      condition: able(
        'ReadyForNewScale',
        'recommended size matches current size',
      ),
    };
  }
  return {
    replicas,
    condition:
      wanted < replicas
        ? able(
            'ScaleDownStabilized',
            'recent recommendations were higher than current one, applying the highest recent recommendation',
          )
        : able(
            'ScaleUpStabilized',
            'recent recommendations were lower than current one, applying the lowest recent recommendation',
          ),
  };
}

/** The size within the bounds and rates of an autoscaler, and what limited it. */
export function limited(
  { spec }: HorizontalPodAutoscaler,
  { events }: AutoscalerMemory,
  { current, wanted, now }: { current: number; wanted: number; now: number },
): { replicas: number; condition: Condition } {
  const { minReplicas = 1, maxReplicas, behavior } = spec;
  const limit = (replicas: number, reason: string, what: string) => ({
    replicas,
    condition: {
      type: 'ScalingLimited',
      status: 'True' as const,
      reason,
      message: `the desired replica count is ${what}`,
    },
  });
  const fastest = behavior
    ? rate({ ...DEFAULT_UP, ...behavior.scaleUp }, { events, current, now }, 1)
    : Math.max(2 * current, 4);
  const slowest = behavior
    ? rate(
        { ...DEFAULT_DOWN, ...behavior.scaleDown },
        { events, current, now },
        -1,
      )
    : 0;
  if (wanted > Math.min(fastest, maxReplicas)) {
    return fastest < maxReplicas
      ? limit(
          fastest,
          'ScaleUpLimit',
          'increasing faster than the maximum scale rate',
        )
      : limit(
          maxReplicas,
          'TooManyReplicas',
          'more than the maximum replica count',
        );
  }
  if (wanted < Math.max(slowest, minReplicas)) {
    return slowest > minReplicas
      ? limit(
          slowest,
          'ScaleDownLimit',
          'decreasing faster than the maximum scale rate',
        )
      : limit(
          minReplicas,
          'TooFewReplicas',
          'less than the minimum replica count',
        );
  }
  return {
    replicas: wanted,
    condition: {
      type: 'ScalingLimited',
      status: 'False',
      reason: 'DesiredWithinRange',
      message: 'the desired count is within the acceptable range',
    },
  };
}

/** How far the policies let the size go in one direction. */
function rate(
  { policies = [], selectPolicy = 'Max' }: ScalingRules,
  state: { events: ScaleEvent[]; current: number; now: number },
  direction: 1 | -1,
): number {
  if (selectPolicy === 'Disabled') {
    return state.current;
  }
  const proposals = policies.map(({ type, value, periodSeconds }) => {
    const changed = state.events
      .filter(
        ({ time, change }) =>
          state.now - time < periodSeconds * 1000 && change * direction > 0,
      )
      .reduce((sum, { change }) => sum + change, 0);
    const start = state.current - changed;
    return type === 'Pods'
      ? start + direction * value
      : Math.ceil(start * (1 + (direction * value) / 100));
  });
  const widest = (selectPolicy === 'Max') === (direction === 1);
  return widest ? Math.max(...proposals) : Math.min(...proposals);
}
