import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const ingressNginxRetired: Scenario = {
  name: 'ingress-nginx-retired',
  title: 'An Ingress on a controller whose support ends',
  breaks:
    "The Ingress of catalog-api is still on application routing's NGINX, whose support ends on 30 November 2026.",
  shows:
    'The service is reached as before; the portal warns of its listener and names the way out.',
  rule: 'IN29',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Ingress shop/catalog-api', {
      spec: { ingressClassName: 'webapprouting.kubernetes.azure.com' },
    }),
  ],
};
