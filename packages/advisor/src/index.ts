/**
 * From answers to a recommendation with its reasons: the kind of a workload, how
 * it and its nodes are scaled, how it is reached, and which network plugin a
 * cluster gets. Pure: no input or output, no clock, no dependency.
 *
 * @packageDocumentation
 */
export * from './DecisionTable';
export * from './Advice';
export { askedQuestions } from './answers';
export type { AskedQuestion } from './answers';
export * from './advise';
export type { WorkloadAnswers } from './tables/workloadQuestions';
export type { WorkloadOutcome } from './tables/workloadOutcomes';
export * from './tables/workloadTable';
export type { PodScalingAnswers } from './tables/podScalingQuestions';
export type { PodScalingOutcome } from './tables/podScalingOutcomes';
export * from './tables/podScalingTable';
export type { NodeScalingAnswers } from './tables/nodeScalingQuestions';
export * from './tables/nodeScalingTable';
export type { IngressAnswers } from './tables/ingressQuestions';
export type { IngressOutcome } from './tables/ingressOutcomes';
export * from './tables/ingressTable';
export type { CniAnswers } from './tables/cniQuestions';
export type { CniOutcome } from './tables/cniOutcomes';
export * from './tables/cniTable';
