import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const imageMissing: Scenario = {
  name: 'image-missing',
  title: 'An image that the registry does not have',
  breaks: 'A release of payments-api names an image that was never pushed.',
  shows:
    'The new pod waits with ErrImagePull, then ImagePullBackOff, "not found"; the old pods go on serving.',
  rule: 'PS17',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Deployment payments/payments-api', {
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'payments-api',
                image:
                  'contoso.azurecr.example/payments/payments-api:3.5.0-missing',
              },
            ],
          },
        },
      },
    }),
  ],
};
