import { LabelSelector } from '../labelSelector';
import { Address, Condition, ObjectRef, RecordBase } from './base';
import { KnownAnnotations } from './networking';

/** @public */
export interface GatewayClassRecord extends RecordBase<'GatewayClass'> {
  controller: string;
  conditions: Condition[];
}

/** @public */
export interface Listener {
  name: string;
  /** Absent for every host name. */
  hostname?: string;
  port?: number;
  protocol: string;
  tls?: {
    mode: string;
    certificates: ObjectRef[];
    /** The options by which application routing takes one from Key Vault. */
    options: KnownAnnotations;
  };
  allowed: {
    from: string;
    /** Which namespaces, where `from` is `Selector`. */
    namespaces?: LabelSelector;
    /** Empty for the kinds that fit the protocol. */
    kinds: string[];
  };
  attachedRoutes: number;
  conditions: Condition[];
}

/** @public */
export interface GatewayRecord extends RecordBase<'Gateway'> {
  className?: string;
  listeners: Listener[];
  addresses: Address[];
  annotations: KnownAnnotations;
  /** Put on what the controller makes, such as the load balancer's Service. */
  infrastructureAnnotations: KnownAnnotations;
  /** From which namespaces ListenerSets may join; `None` by default. */
  listenerSetsFrom: string;
  conditions: Condition[];
}

/** @public */
export interface ListenerSetRecord extends RecordBase<'ListenerSet'> {
  gateway?: ObjectRef;
  listeners: Listener[];
  annotations: KnownAnnotations;
  conditions: Condition[];
}

/** @public */
export interface ParentRef {
  to: ObjectRef;
  /** One listener of the parent; absent for all that fit. */
  section?: string;
  port?: number;
}

/** @public */
export interface RouteBackend {
  to: ObjectRef;
  port?: number;
  weight: number;
}

/** @public */
export interface RouteRule {
  /** Paths or methods; empty where everything matches. */
  matches: { type: string; value: string }[];
  backends: RouteBackend[];
  /** True where a filter answers instead of a backend. */
  redirects: boolean;
}

/** @public */
export interface RouteParentStatus {
  parent: ParentRef;
  controller: string;
  conditions: Condition[];
}

/** @public */
export interface RouteRecord<Kind extends string> extends RecordBase<Kind> {
  hostnames: string[];
  parents: ParentRef[];
  rules: RouteRule[];
  statuses: RouteParentStatus[];
  annotations: KnownAnnotations;
}

/** @public */
export type HTTPRouteRecord = RouteRecord<'HTTPRoute'>;

/** @public */
export type GRPCRouteRecord = RouteRecord<'GRPCRoute'>;

/** @public */
export type TLSRouteRecord = RouteRecord<'TLSRoute'>;

/** @public */
export interface ReferenceGrantRecord extends RecordBase<'ReferenceGrant'> {
  from: { kind: string; namespace: string }[];
  /** Without a name, every object of the kind. */
  to: { kind: string; name?: string }[];
}
