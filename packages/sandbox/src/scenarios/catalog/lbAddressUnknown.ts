import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbAddressUnknown: Scenario = {
  name: 'lb-address-unknown',
  title: 'A load balancer that asks for an address nobody has',
  breaks:
    'The team of checkout opens it to partners, on an address that is in another subscription.',
  shows:
    'The Service stays without an address: "user supplied IP Address 203.0.113.40 was not found in resource group contoso-addresses".',
  rule: 'IN02',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'checkout-partners',
        namespace: 'shop',
        labels: { 'backstage.io/kubernetes-id': 'checkout' },
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-ipv4': '203.0.113.40',
          'service.beta.kubernetes.io/azure-load-balancer-resource-group':
            'contoso-addresses',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'checkout' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
  ],
};
