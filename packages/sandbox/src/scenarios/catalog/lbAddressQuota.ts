import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbAddressQuota: Scenario = {
  name: 'lb-address-quota',
  title: 'A load balancer for which no public address is left',
  breaks:
    'A Service for newsletter wants one more public address than the subscription may have.',
  shows: 'The Service stays without an address: PublicIPCountLimitReached.',
  rule: 'IN05',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'newsletter-direct',
        namespace: 'marketing',
        labels: { 'backstage.io/kubernetes-id': 'newsletter' },
        annotations: {
          'sandbox.backstage-aks.io/azure-error': 'PublicIPCountLimitReached',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'newsletter' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
  ],
};
