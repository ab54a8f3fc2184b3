import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const routeNotAllowed: Scenario = {
  name: 'route-not-allowed',
  title: 'A route that its Gateway does not let in',
  breaks:
    'The platform team lets only namespaces with a label join the shared Gateway; observability has it not.',
  shows:
    'The HTTPRoute of metrics-gateway is not accepted: NotAllowedByListeners.',
  rule: 'IN25',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Gateway gateways/contoso', {
      spec: {
        listeners: [
          {
            name: 'http',
            port: 80,
            protocol: 'HTTP',
            hostname: '*.contoso.example',
            allowedRoutes: {
              namespaces: {
                from: 'Selector',
                selector: { matchLabels: { 'contoso.example/edge': 'open' } },
              },
            },
          },
        ],
      },
    }),
  ],
};
