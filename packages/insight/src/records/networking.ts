import { LabelSelector } from '../labelSelector';
import { Address, RecordBase } from './base';
import { LoadBalancerSettings } from './loadBalancer';

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
 * Annotations that the rules know, with values of the form that they expect.
 *
 * @public
 */
export type KnownAnnotations = Readonly<Record<string, string>>;

/** @public */
export interface ServiceRecord extends RecordBase<'Service'> {
  type: string;
  headless: boolean;
  /** Absent when the Service has no selector, which is a choice of its own. */
  selector?: LabelSelector;
  ports: ServicePort[];
  externalName?: string;
  addresses: Address[];
  annotations: KnownAnnotations;
  /** True for `externalTrafficPolicy: Local`. */
  localTraffic: boolean;
  healthCheckPort?: number;
  /** What is asked of Azure's load balancer, where that serves the Service. */
  loadBalancer?: LoadBalancerSettings;
  loadBalancerClass?: string;
  sourceRanges: string[];
  externalIps: string[];
  publishesNotReady: boolean;
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

/**
 * Who may talk to the pods, or whom they may talk to: pods, or addresses.
 *
 * @public
 */
export type PolicyPeer =
  | { pods?: LabelSelector; namespaces?: LabelSelector }
  | { cidr: string; except: string[] };

/** @public */
export interface PolicyPort {
  protocol: string;
  /** Number or name; absent for every port. */
  port?: number | string;
  endPort?: number;
}

/** @public */
export interface PolicyRule {
  /** Absent for everybody. */
  peers?: PolicyPeer[];
  /** Absent for every port. */
  ports?: PolicyPort[];
}

/** @public */
export interface NetworkPolicyRecord extends RecordBase<'NetworkPolicy'> {
  /** Empty for every pod of the namespace. */
  selector: LabelSelector;
  /** What is allowed in; absent where the policy does not limit it. */
  ingress?: PolicyRule[];
  egress?: PolicyRule[];
}
