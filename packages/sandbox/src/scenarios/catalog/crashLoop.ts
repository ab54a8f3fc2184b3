import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const crashLoop: Scenario = {
  name: 'crash-loop',
  title: 'A container that is killed for want of memory',
  breaks:
    'A release of delivery-tracker lowers the memory limit to 32Mi, which its program exceeds; old pods are taken down first.',
  shows:
    'The pods are in CrashLoopBackOff, last ended OOMKilled (137), and restarts grow; nobody answers.',
  rule: 'PS25',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Deployment delivery/delivery-tracker', {
      spec: {
        strategy: { type: 'Recreate', rollingUpdate: null },
        template: {
          metadata: {
            annotations: { 'sandbox.backstage-aks.io/exit-code': '137' },
          },
          spec: {
            containers: [
              {
                name: 'delivery-tracker',
                resources: {
                  requests: { memory: '32Mi' },
                  limits: { memory: '32Mi' },
                },
              },
            ],
          },
        },
      },
    }),
  ],
};
