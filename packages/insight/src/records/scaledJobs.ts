import { Condition } from './base';
import { ScalerPause, ScaleTrigger } from './autoscaling';
import { PodTemplateRecord } from './podTemplates';
import { JobSettings } from './workloads';

/** @public */
export interface ScaledJobRecord extends PodTemplateRecord<'ScaledJob'> {
  settings: JobSettings;
  maxReplicas: number;
  /** In seconds. */
  polling: number;
  strategy: string;
  triggers: ScaleTrigger[];
  pause?: ScalerPause;
  lastActiveAt?: string;
  conditions: Condition[];
}
