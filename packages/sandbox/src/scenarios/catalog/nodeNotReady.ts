import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const nodeNotReady: Scenario = {
  name: 'node-not-ready',
  title: 'A node that stopped reporting',
  breaks:
    'The kubelet of the first node goes silent, as when its machine hangs.',
  shows:
    'The node is NotReady (NodeStatusUnknown) and tainted unreachable, its pods are not ready; after five minutes they are replaced elsewhere.',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Node aks-user-31000000-vmss000000', {
      metadata: {
        annotations: { 'sandbox.backstage-aks.io/kubelet': 'stopped' },
      },
    }),
  ],
};
