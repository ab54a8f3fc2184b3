import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbSubnetFull: Scenario = {
  name: 'lb-subnet-full',
  title: 'An internal load balancer in a subnet without free addresses',
  breaks:
    'An internal Service for fraud-check wants an address of a subnet that is full.',
  shows: 'The Service stays without an address: SubnetIsFull.',
  rule: 'IN06',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'fraud-check-internal',
        namespace: 'payments',
        labels: { 'backstage.io/kubernetes-id': 'fraud-check' },
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
          'sandbox.backstage-aks.io/azure-error': 'SubnetIsFull',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'fraud-check' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
  ],
};
