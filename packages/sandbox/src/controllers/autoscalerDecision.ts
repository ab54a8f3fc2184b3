import { HorizontalPodAutoscaler } from '../objects/autoscalers';
import { Condition, Pod } from '../objects/workloads';
import { replicaProposal } from './replicaProposal';
import { Scalable } from './scalableOf';
import { AutoscalerMemory, limited, stabilized } from './scalingLimits';

/** What an autoscaler makes of what it sees. */
export interface Decision {
  current: number;
  replicas: number;
  /** Why the size changes, in the words of its event. */
  reason: string;
  conditions: Condition[];
  /** The metrics as the status has them. */
  metrics: Record<string, unknown>[] | null;
  failures: { reason: string; message: string }[];
  /** Whether time alone may lead to another size. */
  pending: boolean;
}

interface Surroundings {
  memory: AutoscalerMemory;
  now: number;
  pods: Pod[];
  /** The target's resource, such as `deployments/scale.apps`. */
  resourceName: string;
}

const ABLE: Condition = {
  type: 'AbleToScale',
  status: 'True',
  reason: 'SucceededGetScale',
  message: "the HPA controller was able to get the target's current scale",
};

/** Decides on the size of a workload. */
export function decision(
  autoscaler: HorizontalPodAutoscaler,
  workload: Scalable | undefined,
  surroundings: Surroundings,
): Decision {
  const { spec } = autoscaler;
  const { minReplicas = 1, maxReplicas } = spec;
  if (!workload) {
    const message = `${surroundings.resourceName} "${spec.scaleTargetRef.name}" not found`;
    return {
      ...unchanged(autoscaler.status.currentReplicas ?? 0),
      conditions: [
        no(
          'AbleToScale',
          'FailedGetScale',
          `the HPA controller was unable to get the target's current scale: ${message}`,
        ),
      ],
      failures: [{ reason: 'FailedGetScale', message }],
    };
  }
  const current = workload.spec.replicas ?? 1;
  const outside = (replicas: number, bound: string): Decision => ({
    ...unchanged(current),
    replicas,
    reason: `Current number of replicas ${bound}`,
    conditions: [ABLE],
  });
  if (current === 0 && minReplicas !== 0) {
    return {
      ...unchanged(0),
      conditions: [
        ABLE,
        no(
          'ScalingActive',
          'ScalingDisabled',
          'scaling is disabled since the replica count of the target is zero',
        ),
      ],
    };
  }
  if (current > maxReplicas) {
    return outside(maxReplicas, 'above Spec.MaxReplicas');
  }
  return current < minReplicas
    ? outside(minReplicas, 'below Spec.MinReplicas')
    : measured(autoscaler, workload, current, surroundings);
}

function measured(
  autoscaler: HorizontalPodAutoscaler,
  workload: Scalable,
  current: number,
  { memory, now, pods }: Surroundings,
): Decision {
  const { minReplicas = 1, metrics = [] } = autoscaler.spec;
  const outcomes = metrics.map(metric =>
    replicaProposal(metric, { workload, pods, minReplicas }),
  );
  const proposals = outcomes.flatMap(one => ('failure' in one ? [] : [one]));
  const failures = outcomes.flatMap(one =>
    'failure' in one ? [one.failure] : [],
  );
  const [best] = [...proposals].sort(
    (left, right) => right.replicas - left.replicas,
  );
  const statuses = proposals.map(({ status }) => status);
  // With a metric unknown, pods are added but never taken away.
  if (!best || (failures.length > 0 && best.replicas < current)) {
    return {
      ...unchanged(current),
      metrics: statuses.length > 0 ? statuses : null,
      conditions: [
        ABLE,
        no(
          'ScalingActive',
          failures[0].reason,
          `the HPA was unable to compute the replica count: ${failures[0].message}`,
        ),
      ],
      failures: [
        failures[0],
        {
          reason: 'FailedComputeMetricsReplicas',
          message: `invalid metrics (${failures.length} invalid out of ${outcomes.length}), first error is: ${failures[0].message}`,
        },
      ],
    };
  }
  const stable = stabilized(autoscaler, memory, {
    current,
    wanted: best.replicas,
    now,
  });
  memory.recommendations.push({ time: now, replicas: best.replicas });
  const bounded = limited(autoscaler, memory, {
    current,
    wanted: stable.replicas,
    now,
  });
  return {
    current,
    replicas: bounded.replicas,
    reason:
      bounded.replicas > current
        ? `${best.metric} above target`
        : 'All metrics below target',
    metrics: statuses,
    failures: [],
    pending: stable.replicas !== best.replicas,
    conditions: [
      stable.condition,
      {
        type: 'ScalingActive',
        status: 'True',
        reason: 'ValidMetricFound',
        message: `the HPA was able to successfully calculate a replica count from ${best.metric}`,
      },
      bounded.condition,
    ],
  };
}

function unchanged(current: number): Decision {
  return {
    current,
    replicas: current,
    reason: '',
    conditions: [],
    metrics: null,
    failures: [],
    pending: false,
  };
}

function no(type: string, reason: string, message: string): Condition {
  return { type, status: 'False', reason, message };
}
