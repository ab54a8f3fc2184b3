import { Fact } from '../DecisionTable';
import { aksPage, kedaPage, kubernetesPage } from '../sources';

export const jobEnds: Fact = {
  text: 'A Job tracks runs to their end; it is not a target for the Horizontal Pod Autoscaler, which keeps a number of running copies.',
  source: kubernetesPage('concepts/workloads/controllers/job', 'Jobs'),
};
export const stableIdentity: Fact = {
  text: 'A StatefulSet gives each pod an ordinal, a DNS name under a headless Service and its own volume claims, and keeps them when the pod moves.',
  source: kubernetesPage(
    'concepts/workloads/controllers/statefulset',
    'StatefulSets',
  ),
};
export const oneNodeDisks: Fact = {
  text: 'A ReadWriteOnce disk attaches to one node at a time; a second pod on another node fails with a Multi-Attach error.',
  source: aksPage(
    'concepts-storage',
    'Storage options for applications in AKS',
  ),
};

export const runsTwiceOrNever: Fact = {
  text: 'A CronJob may start a run twice or miss one, so runs should be idempotent.',
  source: kubernetesPage('concepts/workloads/controllers/cron-jobs', 'CronJob'),
};

export const scaledJobLimit: Fact = {
  text: 'A ScaledJob is meant for long work that must not be interrupted; by default it runs 100 Jobs at most.',
  source: kedaPage('concepts/scaling-jobs', 'Scaling Jobs'),
};
