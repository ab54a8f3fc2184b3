import { Condition, ObjectRef, RecordBase } from './base';

/** @public */
export interface CertificateRecord extends RecordBase<'Certificate'> {
  secretName?: string;
  issuer?: ObjectRef;
  /** The common name counts as one of them. */
  dnsNames: string[];
  /** Durations as they are written, such as `2160h`. */
  duration?: string;
  renewBefore?: string;
  renewBeforePercentage?: number;
  renewalDisabled: boolean;
  notBefore?: string;
  notAfter?: string;
  renewalAt?: string;
  revision?: number;
  failedAttempts: number;
  lastFailedAt?: string;
  conditions: Condition[];
}

/** @public */
export interface CertificateRequestRecord
  extends RecordBase<'CertificateRequest'> {
  certificate?: string;
  revision?: number;
  issuer?: ObjectRef;
  failedAt?: string;
  conditions: Condition[];
}

/** @public */
export interface OrderRecord extends RecordBase<'Order'> {
  state: string;
  dnsNames: string[];
  issuer?: ObjectRef;
  failedAt?: string;
  authorizations: { identifier: string; wildcard: boolean; state: string }[];
  /** Ids of the known texts that its reason contains. */
  signals: string[];
}

/** @public */
export interface ChallengeRecord extends RecordBase<'Challenge'> {
  type: string;
  dnsName?: string;
  wildcard: boolean;
  issuer?: ObjectRef;
  state: string;
  presented: boolean;
  processing: boolean;
  solver: SolverFacts;
  /** Ids of the known texts that its reason contains. */
  signals: string[];
}

/** @public */
export interface SolverFacts {
  type: 'http01-ingress' | 'http01-gateway' | 'dns01-azure' | 'dns01' | 'none';
  ingressClass?: string;
  /** Of Azure DNS. */
  hostedZone?: string;
  resourceGroup?: string;
  subscriptionId?: string;
  signsInBy?: 'managed-identity' | 'client-secret';
  /** The names it is for; both empty for every name. */
  dnsZones: string[];
  dnsNames: string[];
}

/** @public */
export interface IssuerFacts {
  type: 'acme' | 'ca' | 'self-signed' | 'vault' | 'venafi' | 'unknown';
  /** The host of the ACME directory. */
  acmeServer?: string;
  /** True for Let's Encrypt's staging, whose certificates nobody trusts. */
  staging: boolean;
  registered: boolean;
  solvers: SolverFacts[];
  conditions: Condition[];
}

/** @public */
export interface IssuerRecord extends RecordBase<'Issuer'>, IssuerFacts {}

/** @public */
export interface ClusterIssuerRecord
  extends RecordBase<'ClusterIssuer'>,
    IssuerFacts {}
