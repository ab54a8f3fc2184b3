import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const listenerCertificateMissing: Scenario = {
  name: 'listener-certificate-missing',
  title: 'A listener whose certificate is missing',
  breaks:
    'The Gateway of the partners refers to a Secret that nobody has made.',
  shows:
    'The listener https is not programmed: InvalidCertificateRef, and no route is served on it.',
  rule: 'IN24',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Gateway gateways/partners', {
      spec: {
        listeners: [
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            hostname: '*.partners.contoso.example',
            tls: { certificateRefs: [{ name: 'partners-tls' }] },
            allowedRoutes: { namespaces: { from: 'All' } },
          },
        ],
      },
    }),
  ],
};
