import { Condition, Quantities, RecordBase, Taint } from './base';

/** @public */
export interface NamespaceRecord extends RecordBase<'Namespace'> {
  phase: string;
  /** Only the annotations that the projection was asked to keep. */
  annotations: Readonly<Record<string, string>>;
}

/** @public */
export interface NodeRecord extends RecordBase<'Node'> {
  capacity: Quantities;
  allocatable: Quantities;
  taints: Taint[];
  /** Cordoned: no new pods are placed there. */
  unschedulable: boolean;
  conditions: Condition[];
  /** The AKS node pool, or the NodePool of node auto-provisioning. */
  pool?: string;
  provisioner: 'pool' | 'auto-provisioning' | 'unknown';
  mode?: string;
  spot: boolean;
  zone?: string;
  instanceType?: string;
  os?: string;
  architecture?: string;
  kubeletVersion?: string;
  imageVersion?: string;
  /** As AKS marks it during an upgrade, such as `Quarantined`. */
  upgradeStatus?: string;
  excludedFromLoadBalancers: boolean;
  scaleDownDisabled: boolean;
  /** The ARM id behind `azure://`, in lower case as the node gives it. */
  armId?: string;
}
