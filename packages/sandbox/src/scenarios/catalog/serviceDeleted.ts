import { remove } from '../changes';
import { Scenario } from '../Scenario';

export const serviceDeleted: Scenario = {
  name: 'service-deleted',
  title: 'A Service that is gone while its Ingress stays',
  breaks: 'Somebody deletes the Service of payments-api.',
  shows:
    'Its EndpointSlices go with it, and the route of payments.contoso.example leads nowhere.',
  rule: 'IN36',
  cluster: 'contoso-prod-weu',
  changes: [remove('Service payments/payments-api')],
};
