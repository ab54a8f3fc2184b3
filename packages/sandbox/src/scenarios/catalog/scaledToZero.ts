import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const scaledToZero: Scenario = {
  name: 'scaled-to-zero',
  title: 'A workload that somebody scaled to zero',
  breaks: 'The Deployment of shop-front wants no pods.',
  shows: 'No pods, no endpoints; shop.contoso.example answers 503.',
  rule: 'PS34',
  cluster: 'contoso-prod-weu',
  changes: [patch('Deployment shop/shop-front', { spec: { replicas: 0 } })],
};
