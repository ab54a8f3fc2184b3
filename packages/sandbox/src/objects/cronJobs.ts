import { KubernetesObject } from './KubernetesObject';
import { Job } from './workloads';

/** What controllers read of CronJobs. */
export interface CronJob extends KubernetesObject {
  spec: {
    schedule: string;
    timeZone?: string;
    suspend?: boolean;
    concurrencyPolicy?: string;
    startingDeadlineSeconds?: number;
    successfulJobsHistoryLimit?: number;
    failedJobsHistoryLimit?: number;
    jobTemplate: {
      metadata?: {
        labels?: Record<string, string>;
        annotations?: Record<string, string>;
      };
      spec: Job['spec'];
    };
  };
  status: {
    active?: { uid: string; name: string }[];
    lastScheduleTime?: string;
    lastSuccessfulTime?: string;
  };
}
