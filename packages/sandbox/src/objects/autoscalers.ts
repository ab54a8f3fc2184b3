import { KubernetesObject } from './KubernetesObject';
import { Condition } from './workloads';

/** What controllers read of HorizontalPodAutoscalers. */
export interface HorizontalPodAutoscaler extends KubernetesObject {
  spec: {
    scaleTargetRef: { apiVersion?: string; kind: string; name: string };
    minReplicas?: number;
    maxReplicas: number;
    metrics?: Metric[];
    behavior?: { scaleUp?: ScalingRules; scaleDown?: ScalingRules };
  };
  status: {
    conditions?: Condition[];
    currentReplicas?: number;
    lastScaleTime?: string;
  };
}

export interface Metric {
  type: string;
  resource?: ResourceMetric;
  containerResource?: ResourceMetric & { container: string };
  external?: { metric: { name: string } };
  pods?: { metric: { name: string } };
  object?: { metric: { name: string } };
}

export interface ResourceMetric {
  name: string;
  target: {
    type: string;
    averageUtilization?: number;
    averageValue?: string;
  };
}

export interface ScalingRules {
  stabilizationWindowSeconds?: number;
  selectPolicy?: string;
  policies?: { type: string; value: number; periodSeconds: number }[];
}
