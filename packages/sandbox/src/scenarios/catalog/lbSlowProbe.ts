import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbSlowProbe: Scenario = {
  name: 'lb-slow-probe',
  title: 'A load balancer whose health probe is too slow',
  breaks:
    'A Service for catalog-api asks for a probe each minute and two failures, which Azure refuses.',
  shows:
    'The Service stays without an address: "total probe should be less than 120".',
  rule: 'IN10',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'catalog-direct',
        namespace: 'shop',
        labels: { 'backstage.io/kubernetes-id': 'catalog-api' },
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-health-probe-interval':
            '60',
          'service.beta.kubernetes.io/azure-load-balancer-health-probe-num-of-probe':
            '2',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'catalog-api' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
  ],
};
