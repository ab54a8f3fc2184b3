import { containerCheck } from '../define';

/** Checks of what containers ask for. */
export const resourceChecks = [
  containerCheck({
    id: 'WL19',
    title: 'A container asks for no CPU or memory',
    family: 'workloads',
    severity: 'warning',
    source: 'https://learn.microsoft.com/azure/aks/deployment-safeguards',
    date: '2026-06-02',
    // Kubernetes takes a limit for the request where only that is given.
    wrong: ({ requests, limits }) => {
      const missing = ['cpu', 'memory'].filter(
        resource => !requests[resource] && !limits[resource],
      );
      return missing.length > 0
        ? { field: 'resources.requests', value: `no ${missing.join(', no ')}` }
        : undefined;
    },
    cause: containers =>
      `${containers} does not ask for both CPU and memory, so the scheduler takes it for free: nodes are filled beyond what they have, its pods are the first to be evicted, and an autoscaler has nothing to measure use against. AKS Automatic sets requests of its own, 500m and 2Gi.`,
    remedy:
      'Set resources.requests.cpu and resources.requests.memory to what it uses on a usual day.',
  }),
];
