import { create } from '../changes';
import { Scenario } from '../Scenario';

export const lbNotAuthorized: Scenario = {
  name: 'lb-not-authorized',
  title: 'A load balancer whose cluster may not use the address',
  breaks:
    'A Service for login names an address in a resource group on which the identity of the cluster has no role.',
  shows:
    'The Service stays without an address: AuthorizationFailed on publicIPAddresses.',
  rule: 'IN04',
  cluster: 'contoso-prod-weu',
  changes: [
    create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'login-partners',
        namespace: 'identity',
        labels: { 'backstage.io/kubernetes-id': 'login' },
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-ipv4': '20.61.7.90',
          'service.beta.kubernetes.io/azure-load-balancer-resource-group':
            'contoso-network',
          'sandbox.backstage-aks.io/azure-error': 'AuthorizationFailed',
        },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { 'app.kubernetes.io/name': 'login' },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
  ],
};
