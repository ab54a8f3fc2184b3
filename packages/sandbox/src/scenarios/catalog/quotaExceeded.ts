import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const quotaExceeded: Scenario = {
  name: 'quota-exceeded',
  title: 'A quota that leaves no room for more pods',
  breaks:
    'The quota of the namespace marketing is cut to 2 pods, and newsletter is to have 4 of them.',
  shows:
    'The ReplicaSet reports FailedCreate, "exceeded quota"; the Deployment has ReplicaFailure and too few pods.',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('ResourceQuota marketing/marketing', {
      spec: { hard: { pods: '2' } },
    }),
    patch('Deployment marketing/newsletter', { spec: { replicas: 4 } }),
  ],
};
