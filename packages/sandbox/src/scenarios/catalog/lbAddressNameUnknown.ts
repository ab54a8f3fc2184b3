import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbAddressNameUnknown: Scenario = {
  name: 'lb-address-name-unknown',
  title: 'A load balancer that names an address that does not exist',
  breaks:
    'The Service for partners of payments-api names a public address that was never made.',
  shows:
    'The Service stays without an address: the "PublicIP from annotation azure-pip-name(-IPv6)" does not exist.',
  rule: 'IN03',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'payments-partners',
        namespace: 'payments',
        labels: { 'backstage.io/kubernetes-id': 'payments-api' },
        annotations: {
          'service.beta.kubernetes.io/azure-pip-name':
            'contoso-partners-missing',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'payments-api' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
  ],
};
