import { at, recordCheck } from '../define';

/** Checks of how far a Service can be reached. */
export const exposureChecks = [
  recordCheck({
    id: 'WL33',
    title: 'The Service is open to the whole internet',
    family: 'workloads',
    severity: 'info',
    judges: ['Service'],
    source: 'https://learn.microsoft.com/azure/aks/internal-lb',
    date: '2026-11-28',
    judge(record) {
      const { loadBalancer, sourceRanges } = record;
      return loadBalancer &&
        !loadBalancer.internal &&
        sourceRanges.length === 0 &&
        loadBalancer.allowedRanges.length === 0 &&
        loadBalancer.serviceTags.length === 0
        ? {
            cause:
              'It gets a public address of its own, past every gateway, and everybody may call it.',
            remedy: {
              text: 'Set type to ClusterIP and write a route, add the annotation service.beta.kubernetes.io/azure-load-balancer-internal, or name who may call in spec.loadBalancerSourceRanges.',
            },
            evidence: [at(record, 'spec.type', record.type)],
          }
        : undefined;
    },
  }),
];
