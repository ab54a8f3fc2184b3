/**
 * A local imitation of Kubernetes clusters on loopback, for demos and tests.
 *
 * @packageDocumentation
 */
export { startSandbox } from './startSandbox';
export type { Sandbox, SandboxOptions } from './startSandbox';
export type { WorldName } from './worlds/readWorld';
export { Scenarios } from './scenarios/Scenarios';
export type { ScenarioState } from './scenarios/Scenarios';
export { SandboxCluster } from './cluster/SandboxCluster';
export type { ClusterOptions } from './cluster/SandboxCluster';
export type { ClusterSnapshot } from './cluster/ClusterSnapshot';
export { captureCluster } from './capture/captureCluster';
export type { CaptureOptions } from './capture/captureCluster';
export type {
  CapturedKind,
  CaptureIndex,
  UnreadKind,
} from './capture/CaptureIndex';
export type { ContextName } from './capture/contextAccess';
export { generateCluster } from './generate/generateCluster';
export type { ClusterSize } from './generate/generateCluster';
export { readCapture } from './capture/readCapture';
export { ObjectAccess } from './cluster/ObjectAccess';
export { SandboxClock } from './clock/SandboxClock';
export type { Timing } from './controllers/Timing';
export { Faults } from './faults/Faults';
export type {
  Fault,
  FaultHandle,
  FaultMatch,
  FaultRule,
  FaultState,
} from './faults/Fault';
export type { AccessRule, TokenGrant } from './auth/AccessRule';
export type { KindDefinition, Subresource } from './kinds/KindDefinition';
export { StatusError } from './errors/StatusError';
export type { Status, StatusCause } from './errors/StatusError';
export type {
  FieldsTree,
  KubernetesObject,
  ManagedFieldsEntry,
  ObjectInput,
  ObjectMeta,
  OwnerReference,
} from './objects/KubernetesObject';
export type { DeleteOptions } from './registry/WriteOptions';
