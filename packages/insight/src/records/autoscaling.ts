import { Condition, ObjectRef, Quantities, RecordBase } from './base';

/** @public */
export interface MetricValue {
  /** Percent of the requests. */
  utilization?: number;
  value?: string;
  averageValue?: string;
}

/** @public */
export interface ScalingMetric {
  type: string;
  name: string;
  container?: string;
  /** What an Object metric is of. */
  of?: ObjectRef;
  target: MetricValue;
  /** Absent while none is known. */
  current?: MetricValue;
}

/** @public */
export interface ScalingDirection {
  /** In seconds. */
  stabilization?: number;
  select?: string;
  policies: { type: string; value: number; seconds: number }[];
  tolerance?: string;
}

/** @public */
export interface HorizontalPodAutoscalerRecord
  extends RecordBase<'HorizontalPodAutoscaler'> {
  target?: ObjectRef;
  minReplicas: number;
  maxReplicas: number;
  currentReplicas: number;
  desiredReplicas: number;
  lastScaledAt?: string;
  metrics: ScalingMetric[];
  up?: ScalingDirection;
  down?: ScalingDirection;
  conditions: Condition[];
}

/** @public */
export interface VerticalPodAutoscalerRecord
  extends RecordBase<'VerticalPodAutoscaler'> {
  target?: ObjectRef;
  mode: string;
  minReplicas?: number;
  policies: {
    container: string;
    mode: string;
    /** Empty for both cpu and memory. */
    resources: string[];
    controls?: string;
    minAllowed: Quantities;
    maxAllowed: Quantities;
  }[];
  recommendations: {
    container: string;
    target: Quantities;
    lowerBound: Quantities;
    upperBound: Quantities;
    uncapped: Quantities;
  }[];
  conditions: Condition[];
}

/** @public */
export interface ScaleTrigger {
  type: string;
  name?: string;
  authentication?: ObjectRef;
}

/**
 * What pauses a scaler of KEDA.
 *
 * @public
 */
export interface ScalerPause {
  whole: boolean;
  atReplicas?: number;
  in: boolean;
  out: boolean;
}

/** @public */
export interface ScaledObjectRecord extends RecordBase<'ScaledObject'> {
  target?: ObjectRef;
  minReplicas: number;
  maxReplicas: number;
  idleReplicas?: number;
  /** In seconds, as is the cooldown. */
  polling: number;
  cooldown: number;
  fallback?: { failureThreshold: number; replicas: number; behavior: string };
  triggers: ScaleTrigger[];
  pause?: ScalerPause;
  takesOverHpa: boolean;
  hpa: string;
  lastActiveAt?: string;
  conditions: Condition[];
}

/** @public */
export interface TriggerAuthenticationFacts {
  podIdentity?: string;
  identityId?: string;
  /** Names of the Secrets that it reads. */
  secrets: string[];
  /** Which other sources it names, such as `azureKeyVault`. */
  sources: string[];
}

/** @public */
export interface TriggerAuthenticationRecord
  extends RecordBase<'TriggerAuthentication'>,
    TriggerAuthenticationFacts {}

/** @public */
export interface ClusterTriggerAuthenticationRecord
  extends RecordBase<'ClusterTriggerAuthentication'>,
    TriggerAuthenticationFacts {}
