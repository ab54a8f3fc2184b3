import { Labels, LabelSelector } from '../labelSelector';
import { Condition, RecordBase } from './base';
import { ContainerPort, PodSpecFacts, PodTemplateRecord } from './podTemplates';

/**
 * Who wrote a field, from `metadata.managedFields`.
 *
 * @public
 */
export interface FieldManager {
  name: string;
  operation: 'Apply' | 'Update';
  /** `scale` where it was written through that subresource. */
  subresource?: string;
}

/**
 * What workloads with a wanted number of replicas have.
 *
 * @public
 */
export interface ReplicatedRecord<Kind extends string>
  extends PodTemplateRecord<Kind> {
  /** Wanted replicas. */
  replicas: number;
  /** False only in a manifest that leaves their number to the API server. */
  replicasGiven: boolean;
  /** Who wrote the wanted number, where the API server tells. */
  replicasSetBy: FieldManager[];
  readyReplicas: number;
  updatedReplicas: number;
  availableReplicas: number;
  /** False while the controller has not yet seen the newest spec. */
  observed: boolean;
  selector: LabelSelector;
  conditions: Condition[];
}

/** @public */
export interface DeploymentRecord extends ReplicatedRecord<'Deployment'> {
  paused: boolean;
  strategy: string;
}

/** @public */
export interface ClaimTemplate {
  name: string;
  storageClass?: string;
  accessModes: string[];
  requested?: string;
}

/** @public */
export interface StatefulSetRecord extends ReplicatedRecord<'StatefulSet'> {
  /** The headless Service that names its pods. */
  serviceName?: string;
  podManagement: string;
  strategy: string;
  /** Pods with a lower ordinal are not updated. */
  partition: number;
  claimTemplates: ClaimTemplate[];
  claimRetention: { whenDeleted: string; whenScaled: string };
}

/** @public */
export interface DaemonSetRecord extends PodTemplateRecord<'DaemonSet'> {
  desired: number;
  ready: number;
  updated: number;
  available: number;
  /** Pods on nodes where none should be. */
  misscheduled: number;
  observed: boolean;
  strategy: string;
  selector: LabelSelector;
  conditions: Condition[];
}

/**
 * How Jobs run, whoever makes them. Durations are in seconds.
 *
 * @public
 */
export interface JobSettings {
  /** Absent for a work queue, which ends when its pods say so. */
  completions?: number;
  parallelism: number;
  indexed: boolean;
  backoffLimit: number;
  deadline?: number;
  /** How long it is kept when finished; absent for ever. */
  keptFor?: number;
}

/** @public */
export interface JobRecord extends PodTemplateRecord<'Job'> {
  settings: JobSettings;
  suspended: boolean;
  active: number;
  succeeded: number;
  failed: number;
  startedAt?: string;
  completedAt?: string;
  selector: LabelSelector;
  conditions: Condition[];
}

/** @public */
export interface CronJobRecord extends PodTemplateRecord<'CronJob'> {
  /** Absent where it is no schedule. */
  schedule?: string;
  /** Absent for the zone of the controller. */
  timeZone?: string;
  concurrency: string;
  /** In seconds. */
  startingDeadline?: number;
  suspended: boolean;
  settings: JobSettings;
  active: number;
  lastScheduledAt?: string;
  lastSucceededAt?: string;
}

/** @public */
export interface ReplicaSetRecord extends RecordBase<'ReplicaSet'> {
  replicas: number;
  readyReplicas: number;
  selector: LabelSelector;
  /** With its labels and ports, kept of one that no Deployment has made. */
  template?: PodSpecFacts;
  templateLabels?: Labels;
  templatePorts?: ContainerPort[];
}
