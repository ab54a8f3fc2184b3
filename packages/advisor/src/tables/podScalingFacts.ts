import { Fact } from '../DecisionTable';
import { aksPage, kedaPage, kubernetesPage, vpaLimitations } from '../sources';

const horizontalScaling = kubernetesPage(
  'concepts/workloads/autoscaling/horizontal-pod-autoscale',
  'Horizontal Pod Autoscaling',
);
const scaledObjects = kedaPage('reference/scaledobject-spec', 'ScaledObject');
const verticalScaling = aksPage(
  'vertical-pod-autoscaler',
  'Vertical Pod Autoscaler in AKS',
);

/** Where a CPU target gets its hundred percent from. */
export const utilizationNeedsRequests: Fact = {
  text: 'A utilization target is a share of the requests; where one container has none, the metric is undefined and nothing is scaled.',
  source: horizontalScaling,
};

export const noScaleToZero: Fact = {
  text: 'A HorizontalPodAutoscaler goes down to no copy only with the feature gate HPAScaleToZero and an Object or External metric.',
  source: horizontalScaling,
};

export const metricTypes: Fact = {
  text: 'Besides CPU and memory, autoscaling/v2 takes metrics of the types Pods, Object and External.',
  source: horizontalScaling,
};

export const kedaFromZero: Fact = {
  text: 'KEDA takes a workload from no copy to one and back; between one copy and many it drives a HorizontalPodAutoscaler.',
  source: scaledObjects,
};

export const kedaRefusesCpuZero: Fact = {
  text: 'KEDA refuses a ScaledObject that has only CPU or memory triggers and a minimum of no copy.',
  source: scaledObjects,
};

export const scaledJobs: Fact = {
  text: 'A ScaledJob starts one Job for each unit of work, so that scaling down never ends a task half-way.',
  source: kedaPage('concepts/scaling-jobs', 'Scaling Jobs'),
};

export const verticalModes: Fact = {
  text: 'The update mode InPlaceOrRecreate needs AKS 1.34; before that, Initial sets the requests only when a pod starts.',
  source: verticalScaling,
};

export const verticalHistory: Fact = {
  text: 'A recommendation rests on up to 8 days of history, is weak for JVM workloads and can exceed what a node has.',
  source: verticalScaling,
};

export const noVerticalOnWindows: Fact = {
  text: 'The Vertical Pod Autoscaler does not support Windows containers.',
  source: verticalScaling,
};

export const oneMetricOneAutoscaler: Fact = {
  text: 'A VerticalPodAutoscaler and a HorizontalPodAutoscaler must not act on the same CPU or memory metric; memory for the one and CPU, or a custom or external metric, for the other is supported.',
  source: vpaLimitations,
};

export const builtInAutomatic: Fact = {
  text: 'AKS Automatic comes with HPA, KEDA and VPA switched on.',
  source: aksPage('intro-aks-automatic', 'What is AKS Automatic?'),
};
