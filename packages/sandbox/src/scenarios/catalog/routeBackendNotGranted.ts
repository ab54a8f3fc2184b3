import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const routeBackendNotGranted: Scenario = {
  name: 'route-backend-not-granted',
  title: 'A route to a Service of a team that has not agreed',
  breaks:
    'The HTTPRoute of login sends to a Service of the payments team, who have no ReferenceGrant for it.',
  shows:
    'The HTTPRoute is accepted, and its backend is not resolved: RefNotPermitted.',
  rule: 'IN54',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('HTTPRoute identity/login-partners', {
      spec: {
        rules: [
          {
            backendRefs: [
              { name: 'fraud-check', namespace: 'payments', port: 80 },
            ],
          },
        ],
      },
    }),
  ],
};
