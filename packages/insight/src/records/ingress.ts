import { Address, Condition, ObjectRef, RecordBase } from './base';
import { KnownAnnotations } from './networking';

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

/**
 * An annotation for NGINX with a word that application routing does not allow.
 *
 * @public
 */
export interface BlockedWord {
  annotation: string;
  word: string;
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
  annotations: KnownAnnotations;
  /** Absent where there are none. */
  blockedWords?: BlockedWord[];
}

/** @public */
export interface IngressClassRecord extends RecordBase<'IngressClass'> {
  controller: string;
  isDefault: boolean;
}

/**
 * An NGINX that the application routing add-on runs.
 *
 * @public
 */
export interface NginxIngressControllerRecord
  extends RecordBase<'NginxIngressController'> {
  ingressClassName?: string;
  minReplicas?: number;
  maxReplicas?: number;
  threshold?: string;
  httpDisabled: boolean;
  loadBalancerAnnotations: KnownAnnotations;
  defaultCertificate?: 'secret' | 'key-vault';
  readyReplicas: number;
  unavailableReplicas: number;
  conditions: Condition[];
}
