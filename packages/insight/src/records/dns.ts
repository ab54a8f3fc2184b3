import { Condition, RecordBase } from './base';

/** @public */
export interface DNSEndpointRecord extends RecordBase<'DNSEndpoint'> {
  endpoints: {
    dnsName: string;
    type: string;
    /** Addresses and names; what other record types hold is left out. */
    targets: string[];
    /** In seconds. */
    ttl?: number;
  }[];
  observed: boolean;
}

/** @public */
export interface ManagedExternalDnsFacts {
  /** Where its external-dns runs. */
  runsIn: string;
  deployment?: string;
  /** ARM ids of DNS zones. */
  zones: string[];
  sources: string[];
  serviceAccount?: string;
  readyReplicas: number;
  unavailableReplicas: number;
  conditions: Condition[];
}

/**
 * An external-dns that the application routing add-on runs.
 *
 * @public
 */
export interface ExternalDNSRecord
  extends RecordBase<'ExternalDNS'>,
    ManagedExternalDnsFacts {}

/** @public */
export interface ClusterExternalDNSRecord
  extends RecordBase<'ClusterExternalDNS'>,
    ManagedExternalDnsFacts {}
