import { Condition, ObjectRef, RecordBase } from './base';

/** @public */
export interface PersistentVolumeClaimRecord
  extends RecordBase<'PersistentVolumeClaim'> {
  phase: string;
  /** Absent where the default class is meant; empty for none. */
  storageClass?: string;
  volume?: string;
  accessModes: string[];
  requested?: string;
  capacity?: string;
  conditions: Condition[];
}

/** @public */
export interface PersistentVolumeRecord extends RecordBase<'PersistentVolume'> {
  phase: string;
  claim?: ObjectRef;
  reclaimPolicy: string;
  storageClass?: string;
  accessModes: string[];
  capacity?: string;
  /** The CSI driver. */
  driver?: string;
  /** Where it can be attached; empty for anywhere. */
  zones: string[];
}

/** @public */
export interface StorageClassRecord extends RecordBase<'StorageClass'> {
  provisioner: string;
  reclaimPolicy: string;
  bindingMode: string;
  expandable: boolean;
  isDefault: boolean;
  sku?: string;
  /** Makes shares through the storage account's own endpoint. */
  usesDataPlane: boolean;
}
