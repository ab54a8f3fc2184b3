import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const serviceSelector: Scenario = {
  name: 'service-selector',
  title: 'A Service that selects no pod',
  breaks: "Somebody renames the label in login's Service, and not in its pods.",
  shows: 'The EndpointSlice of login is empty though all its pods are ready.',
  rule: 'IN12',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Service identity/login', {
      spec: { selector: { 'app.kubernetes.io/name': 'login-web' } },
    }),
  ],
};
