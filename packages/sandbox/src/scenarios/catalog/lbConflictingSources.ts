import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbConflictingSources: Scenario = {
  name: 'lb-conflicting-sources',
  title: 'A load balancer with sources in two places',
  breaks:
    'Somebody limits who may reach search by service tags, and by source ranges as well.',
  shows:
    'The Service gets its address and the warning ConflictConfiguration: the ranges do not work as meant.',
  rule: 'IN09',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'search-direct',
        namespace: 'shop',
        labels: { 'backstage.io/kubernetes-id': 'search' },
        annotations: {
          'service.beta.kubernetes.io/azure-allowed-service-tags':
            'AzureFrontDoor.Backend',
        },
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerSourceRanges: ['198.51.100.0/24'],
        selector: { 'app.kubernetes.io/name': 'search' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
  ],
};
