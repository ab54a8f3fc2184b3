import { LabelSelector, Labels } from './labelSelector';

/**
 * Names one object of a cluster. `namespace` is empty for cluster-scoped kinds.
 *
 * @public
 */
export interface ObjectRef {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * The tool that keeps an object, where one does: changes belong at its source.
 *
 * @public
 */
export interface Manager {
  tool: 'argo-cd' | 'flux' | 'helm';
  /** Application, Kustomization, HelmRelease or release name. */
  name?: string;
}

/**
 * What every record carries. Times are ISO 8601 as the API server sent them.
 *
 * @public
 */
export interface RecordBase<Kind extends string> extends ObjectRef {
  kind: Kind;
  uid: string;
  labels: Labels;
  createdAt?: string;
  deletedAt?: string;
  /** The controlling owner. */
  owner?: ObjectRef;
  manager?: Manager;
}

/**
 * A status condition; its message is left out, as it may quote anything.
 *
 * @public
 */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  since?: string;
}

/** @public */
export interface ContainerPort {
  container: string;
  name?: string;
  port: number;
  protocol: string;
}

/** @public */
export interface NamespaceRecord extends RecordBase<'Namespace'> {
  phase: string;
  /** Only the annotations that the projection was asked to keep. */
  annotations: Readonly<Record<string, string>>;
}

/** @public */
export interface ContainerFacts {
  name: string;
  ready: boolean;
  restarts: number;
  state: 'waiting' | 'running' | 'terminated' | 'unknown';
  /** As the kubelet words it, such as `CrashLoopBackOff`. */
  reason?: string;
  /** How it ended the last time, where it was restarted. */
  lastTermination?: { reason?: string; exitCode?: number };
  /** True for a container that runs before the others start. */
  init: boolean;
}

/** @public */
export interface PodRecord extends RecordBase<'Pod'> {
  phase: string;
  /** The pod's own Ready condition. */
  ready: boolean;
  /** Why it is not scheduled or was evicted, where the status says so. */
  reason?: string;
  node?: string;
  ports: ContainerPort[];
  containers: ContainerFacts[];
  conditions: Condition[];
}

/** @public */
export interface DeploymentRecord extends RecordBase<'Deployment'> {
  /** Wanted replicas. */
  replicas: number;
  readyReplicas: number;
  updatedReplicas: number;
  availableReplicas: number;
  paused: boolean;
  /** False while the controller has not yet seen the newest spec. */
  observed: boolean;
  selector: LabelSelector;
  templateLabels: Labels;
  templatePorts: ContainerPort[];
  conditions: Condition[];
}

/** @public */
export interface ReplicaSetRecord extends RecordBase<'ReplicaSet'> {
  replicas: number;
  readyReplicas: number;
  selector: LabelSelector;
}

/** @public */
export interface ServicePort {
  name?: string;
  port: number;
  protocol: string;
  targetPort: number | string;
  nodePort?: number;
  appProtocol?: string;
}

/**
 * An address that a load balancer was given.
 *
 * @public
 */
export interface Address {
  ip?: string;
  hostname?: string;
}

/** @public */
export interface ServiceRecord extends RecordBase<'Service'> {
  type: string;
  headless: boolean;
  /** Absent when the Service has no selector, which is a choice of its own. */
  selector?: LabelSelector;
  ports: ServicePort[];
  externalName?: string;
  addresses: Address[];
}

/** @public */
export interface Endpoint {
  /** The pod behind it, where the slice names one. */
  pod?: string;
  ready: boolean;
  serving: boolean;
  terminating: boolean;
  node?: string;
  zone?: string;
}

/** @public */
export interface EndpointSliceRecord extends RecordBase<'EndpointSlice'> {
  /** From the label `kubernetes.io/service-name`. */
  service?: string;
  addressType: string;
  ports: { name?: string; port?: number; protocol: string }[];
  endpoints: Endpoint[];
}

/** @public */
export type IngressBackend =
  | { service: string; portName?: string; portNumber?: number }
  | { resource: ObjectRef };

/** @public */
export interface IngressPath {
  path: string;
  pathType: string;
  backend?: IngressBackend;
}

/** @public */
export interface IngressRecord extends RecordBase<'Ingress'> {
  className?: string;
  /** The deprecated annotation `kubernetes.io/ingress.class`. */
  legacyClass?: string;
  /** A rule without host matches every host name. */
  rules: { host?: string; paths: IngressPath[] }[];
  defaultBackend?: IngressBackend;
  tls: { hosts: string[]; secretName?: string }[];
  addresses: Address[];
}

/** @public */
export interface IngressClassRecord extends RecordBase<'IngressClass'> {
  controller: string;
  isDefault: boolean;
}

/**
 * The lean, typed facts kept of one object; never the object itself, never a
 * value of a Secret, ConfigMap, environment variable or argument.
 *
 * @public
 */
export type KubernetesRecord =
  | NamespaceRecord
  | PodRecord
  | DeploymentRecord
  | ReplicaSetRecord
  | ServiceRecord
  | EndpointSliceRecord
  | IngressRecord
  | IngressClassRecord;

/** @public */
export type RecordKind = KubernetesRecord['kind'];

/** @public */
export type RecordOf<Kind extends RecordKind> = Extract<
  KubernetesRecord,
  { kind: Kind }
>;
