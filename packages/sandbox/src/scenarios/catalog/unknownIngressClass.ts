import { recreate } from '../changes';
import { Scenario } from '../Scenario';

export const unknownIngressClass: Scenario = {
  name: 'unknown-ingress-class',
  title: 'An Ingress whose class does not exist',
  breaks:
    'The Ingress of newsletter is made anew with the class nginx-legacy, whose controller was removed.',
  shows: 'The Ingress gets no address: no controller takes it.',
  rule: 'IN14',
  cluster: 'contoso-prod-weu',
  changes: [
    recreate('Ingress marketing/newsletter', {
      spec: { ingressClassName: 'nginx-legacy' },
    }),
  ],
};
