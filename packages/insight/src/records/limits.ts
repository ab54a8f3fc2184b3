import { LabelSelector } from '../labelSelector';
import { Condition, Quantities, RecordBase } from './base';

/** @public */
export interface ResourceQuotaRecord extends RecordBase<'ResourceQuota'> {
  hard: Quantities;
  used: Quantities;
  scopes: string[];
}

/** @public */
export interface LimitRangeRecord extends RecordBase<'LimitRange'> {
  limits: {
    type: string;
    min: Quantities;
    max: Quantities;
    limits: Quantities;
    requests: Quantities;
  }[];
}

/** @public */
export interface PodDisruptionBudgetRecord
  extends RecordBase<'PodDisruptionBudget'> {
  /** A number, or a percentage as text. */
  minAvailable?: number | string;
  maxUnavailable?: number | string;
  selector: LabelSelector;
  disruptionsAllowed: number;
  currentHealthy: number;
  desiredHealthy: number;
  expectedPods: number;
  observed: boolean;
  conditions: Condition[];
}
