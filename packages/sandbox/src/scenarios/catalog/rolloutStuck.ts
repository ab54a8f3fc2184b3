import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const rolloutStuck: Scenario = {
  name: 'rollout-stuck',
  title: 'A rollout whose new pods never become ready',
  breaks:
    'A release of catalog-api probes readiness on port 9090, where nothing listens, and gives up after a minute.',
  shows:
    'The new pod runs and is not ready (Unhealthy, connection refused); after a minute ProgressDeadlineExceeded. The old pods go on serving.',
  rule: 'PS28',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Deployment shop/catalog-api', {
      spec: {
        progressDeadlineSeconds: 60,
        template: {
          spec: {
            containers: [
              {
                name: 'catalog-api',
                image: 'contoso.azurecr.example/shop/catalog-api:2.8.0',
                readinessProbe: { httpGet: { port: 9090 } },
              },
            ],
          },
        },
      },
    }),
  ],
};
