/**
 * Kubernetes objects to records and edges, and views over records. Pure: no
 * input or output, no clock, no framework.
 *
 * @packageDocumentation
 */
export * from './labelSelector';
export * from './record';
export * from './records/autoscaling';
export * from './records/base';
export * from './records/certificates';
export * from './records/cluster';
export * from './records/configuration';
export * from './records/dns';
export * from './records/gateway';
export * from './records/ingress';
export * from './records/karpenter';
export * from './records/limits';
export * from './records/loadBalancer';
export * from './records/networking';
export * from './records/observations';
export * from './records/podTemplates';
export * from './records/pods';
export * from './records/scaledJobs';
export * from './records/storage';
export * from './records/workloads';
export * from './edge';
export { collectionPath, kindName, kinds, type KindDescriptor } from './kinds';
export * from './exposure';
export * from './freshness';
export * from './sourceTrouble';
export * from './project/project';
export * from './project/observations/generic';
export * from './RecordSet';
export * from './foldEvents';
export * from './remedy/shellQuote';
export * from './checks/Check';
export { checkCatalog } from './checks/catalog';
export * from './checks/checkManifests';
export * from './checks/checkRecords';
export * from './rules/Rule';
export * from './rules/Instant';
export { ruleCatalog } from './rules/catalog';
export * from './exposures/ExposureInput';
export * from './exposures/exposures';
export {
  ingressStackOf,
  type IngressStack,
  type StackSubject,
  type StackSupport,
} from './exposures/ingressStack';
export * from './exposures/summary';
export {
  healthProbeOf,
  type HealthProbe,
} from './exposures/loadBalancer/healthProbe';
export { loadBalancerSettings } from './project/networking/loadBalancerSettings';
export type { Upstream } from './exposures/upstreams';
export * from './exposures/verdicts';
