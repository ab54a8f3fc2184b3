import { Condition, ObjectRef, Quantities, RecordBase, Taint } from './base';

/** @public */
export interface NodeRequirement {
  key: string;
  operator: string;
  values: string[];
  minValues?: number;
}

/**
 * What nodes of node auto-provisioning are to be like.
 *
 * @public
 */
export interface NodeTemplate {
  nodeClass?: ObjectRef;
  requirements: NodeRequirement[];
  taints: Taint[];
  startupTaints: Taint[];
  /** A duration as it is written, or `Never`. */
  expireAfter?: string;
}

/** @public */
export interface DisruptionBudget {
  /** A number or a percentage. */
  nodes: string;
  /** Empty for every reason. */
  reasons: string[];
  schedule?: string;
  duration?: string;
}

/** @public */
export interface NodePoolRecord extends RecordBase<'NodePool'>, NodeTemplate {
  limits: Quantities;
  /** What its nodes have together. */
  resources: Quantities;
  nodes: number;
  weight?: number;
  consolidation: { policy: string; after?: string };
  budgets: DisruptionBudget[];
  conditions: Condition[];
}

/** @public */
export interface NodeClaimRecord extends RecordBase<'NodeClaim'>, NodeTemplate {
  pool?: string;
  node?: string;
  requests: Quantities;
  capacity: Quantities;
  conditions: Condition[];
}

/** @public */
export interface AKSNodeClassRecord extends RecordBase<'AKSNodeClass'> {
  imageFamily?: string;
  maxPods?: number;
  osDiskGb?: number;
  /** ARM id. */
  subnetId?: string;
  fips: boolean;
  localDns?: string;
  kubernetesVersion?: string;
  conditions: Condition[];
}
