import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const ingressBackendPort: Scenario = {
  name: 'ingress-backend-port',
  title: 'An Ingress that names a port its Service lacks',
  breaks: 'The Ingress of login sends to port 8080 of a Service that has 80.',
  shows: 'login.contoso.example answers 503; the route is broken.',
  rule: 'IN37',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Ingress identity/login', {
      spec: {
        rules: [
          {
            host: 'login.contoso.example',
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: {
                    service: { name: 'login', port: { number: 8080 } },
                  },
                },
              ],
            },
          },
        ],
      },
    }),
  ],
};
