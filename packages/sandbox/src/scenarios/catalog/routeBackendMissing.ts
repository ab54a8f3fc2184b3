import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const routeBackendMissing: Scenario = {
  name: 'route-backend-missing',
  title: 'A route to a Service that does not exist',
  breaks:
    'A release of the HTTPRoute of fraud-check names a Service that was never made.',
  shows:
    'The HTTPRoute is accepted, and its backend is not resolved: BackendNotFound.',
  rule: 'IN54',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('HTTPRoute payments/fraud-check', {
      spec: {
        rules: [{ backendRefs: [{ name: 'fraud-check-v2', port: 80 }] }],
      },
    }),
  ],
};
