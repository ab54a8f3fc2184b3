import { Condition, RecordBase } from './base';
import {
  ContainerPort,
  ContainerResources,
  PodSpecFacts,
} from './podTemplates';

/** @public */
export interface ContainerFacts {
  name: string;
  ready: boolean;
  restarts: number;
  state: 'waiting' | 'running' | 'terminated' | 'unknown';
  /** As the kubelet words it, such as `CrashLoopBackOff`. */
  reason?: string;
  /** Ids of the known texts that the state's message contains. */
  signals?: string[];
  /** How it ended the last time, where it was restarted. */
  lastTermination?: { reason?: string; exitCode?: number };
  /** True for a container that runs before the others start. */
  init: boolean;
}

/** @public */
export interface PodRecord extends RecordBase<'Pod'> {
  phase: string;
  /** The pod's own Ready condition. */
  ready: boolean;
  /** Why it is not scheduled or was evicted, where the status says so. */
  reason?: string;
  node?: string;
  ports: ContainerPort[];
  containers: ContainerFacts[];
  conditions: Condition[];
  resources: ContainerResources[];
  /** Names of PersistentVolumeClaims. */
  claims: string[];
  serviceAccount?: string;
  priority?: number;
  /** What its annotations say of being moved to another node. */
  eviction?: 'allowed' | 'refused';
  /** Kept of a pod that no controller owns: it is its own template. */
  spec?: PodSpecFacts;
}
