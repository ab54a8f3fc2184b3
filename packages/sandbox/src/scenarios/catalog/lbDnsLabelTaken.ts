import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbDnsLabelTaken: Scenario = {
  name: 'lb-dns-label-taken',
  title: 'Two load balancers that want DNS labels on one address',
  breaks:
    'metrics-gateway opens two Services on one public address, and each sets a DNS label.',
  shows:
    'The second Service stays without an address: another one consumes the DNS label on the public IP.',
  rule: 'IN07',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'metrics-public',
        namespace: 'observability',
        labels: { 'backstage.io/kubernetes-id': 'metrics-gateway' },
        annotations: {
          'service.beta.kubernetes.io/azure-pip-name': 'contoso-metrics',
          'service.beta.kubernetes.io/azure-dns-label-name': 'contoso-metrics',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'metrics-gateway' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'metrics-staff',
        namespace: 'observability',
        labels: { 'backstage.io/kubernetes-id': 'metrics-gateway' },
        annotations: {
          'service.beta.kubernetes.io/azure-pip-name': 'contoso-metrics',
          'service.beta.kubernetes.io/azure-dns-label-name':
            'contoso-metrics-staff',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'metrics-gateway' },
        ports: [{ name: 'http', port: 8080, targetPort: 'http' }],
      },
    }),
  ],
};
