import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const unschedulable: Scenario = {
  name: 'unschedulable',
  title: 'A pod that fits on no node',
  breaks:
    'A release of fraud-check asks for 4 CPUs a pod. The nodes have 4, of which pods may take 3.86.',
  shows:
    'The new pod stays Pending with FailedScheduling, "Insufficient cpu"; the old ones go on serving.',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Deployment payments/fraud-check', {
      spec: {
        template: {
          spec: {
            containers: [
              { name: 'fraud-check', resources: { requests: { cpu: '4' } } },
            ],
          },
        },
      },
    }),
  ],
};
