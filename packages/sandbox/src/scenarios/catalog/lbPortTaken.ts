import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbPortTaken: Scenario = {
  name: 'lb-port-taken',
  title: 'Two load balancers that want one port of one address',
  breaks:
    'delivery-tracker opens a second Service on the public address and the port of the first one.',
  shows:
    'The second Service stays without an address: an existing loadBalancing rule references the port.',
  rule: 'IN08',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'tracker-couriers',
        namespace: 'delivery',
        labels: { 'backstage.io/kubernetes-id': 'delivery-tracker' },
        annotations: {
          'service.beta.kubernetes.io/azure-pip-name': 'contoso-tracker',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'delivery-tracker' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'tracker-partners',
        namespace: 'delivery',
        labels: { 'backstage.io/kubernetes-id': 'delivery-tracker' },
        annotations: {
          'service.beta.kubernetes.io/azure-pip-name': 'contoso-tracker',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'delivery-tracker' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
  ],
};
