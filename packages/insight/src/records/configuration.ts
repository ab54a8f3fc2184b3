import { RecordBase } from './base';

/**
 * Names of keys, never a value.
 *
 * @public
 */
export interface ConfigMapRecord extends RecordBase<'ConfigMap'> {
  keys: string[];
  /** Of keys and values together, in bytes of UTF-8; about so for binary data. */
  bytes: number;
  immutable: boolean;
}

/** @public */
export interface ServiceAccountRecord extends RecordBase<'ServiceAccount'> {
  /** The managed identity that workload identity signs it in as. */
  clientId?: string;
  tenantId?: string;
  pullSecrets: string[];
}

/** @public */
export interface SecretProviderClassRecord
  extends RecordBase<'SecretProviderClass'> {
  provider: string;
  keyVault?: string;
  tenantId?: string;
  /** How it signs in to the key vault. */
  identity: 'workload' | 'managed' | 'pod' | 'unknown';
  clientId?: string;
  /** The Secrets that it fills while a pod mounts it. */
  secrets: { name: string; type: string; keys: string[] }[];
}

/** @public */
export interface SecretProviderClassPodStatusRecord
  extends RecordBase<'SecretProviderClassPodStatus'> {
  pod?: string;
  secretProvider?: string;
  mounted: boolean;
  objects: number;
}
