import {
  Recommendation,
  WorkloadAnswers,
  WorkloadOutcome,
} from '@backstage-aks/advisor';
import { ScalingIntent } from '../intent/scaling';
import { WorkloadIntent } from '../intent/WorkloadIntent';

/**
 * The kinds that are generated. Never a bare Pod or ReplicaSet: nothing rolls
 * those out or back.
 *
 * @public
 */
export type WorkloadKind =
  | 'Deployment'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'Job'
  | 'CronJob'
  | 'ScaledJob';

/**
 * The kind that an intent's answers lead to, and why.
 *
 * @public
 */
export type WorkloadAdvice = Recommendation<WorkloadAnswers, WorkloadOutcome>;

/** An intent without contradictions, with what follows from it. */
export interface WorkloadPlan {
  intent: WorkloadIntent;
  kind: WorkloadKind;
  /** Whether the old pod stops before the new one starts. */
  recreate: boolean;
  /** Whether the work is done in an init container, once on each node. */
  oncePerNode: boolean;
  /** Absent where the kind has no number of copies. */
  scaling?: ScalingIntent;
  advice: WorkloadAdvice;
}

/** Whether its pods end by themselves. */
export function ends(kind: WorkloadKind): boolean {
  return kind === 'Job' || kind === 'CronJob' || kind === 'ScaledJob';
}

/** Whether it has a number of copies that somebody sets. */
export function isReplicated(kind: WorkloadKind): boolean {
  return kind === 'Deployment' || kind === 'StatefulSet';
}

/** The fewest copies that run on purpose. */
export function fewestReplicas({ scaling }: WorkloadPlan): number {
  switch (scaling?.type) {
    case 'fixed':
      return scaling.replicas;
    case 'hpa':
    case 'keda':
      return scaling.minReplicas;
    default:
      return 0;
  }
}

/** The most copies that ever run. */
export function mostReplicas({ scaling }: WorkloadPlan): number {
  switch (scaling?.type) {
    case 'fixed':
      return scaling.replicas;
    case 'hpa':
    case 'keda':
      return scaling.maxReplicas;
    default:
      return 0;
  }
}
