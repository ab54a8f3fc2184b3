/**
 * From what a developer wants to Kubernetes manifests. Pure: no input or output,
 * no clock, no framework.
 *
 * @packageDocumentation
 */
export * from './generateWorkload';
export * from './updateFiles';
export * from './record/generationRecord';
export { intentFromForm } from './form/intentFromForm';
export { workloadIntent } from './intent/WorkloadIntent';
export type {
  WorkloadIntent,
  WorkloadIntentInput,
} from './intent/WorkloadIntent';
export type { ManifestObject } from './objects/Manifest';
export type { GeneratedFile } from './output/GeneratedFile';
export type { Problem } from './plan/Problem';
export type { WorkloadAdvice, WorkloadKind } from './plan/WorkloadPlan';
