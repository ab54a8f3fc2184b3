import { patch } from '../changes';
import { Scenario } from '../Scenario';

export const serviceTargetPort: Scenario = {
  name: 'service-target-port',
  title: 'A Service that sends to a port nobody has',
  breaks:
    "The Service of checkout asks for the port https; checkout's container has only http.",
  shows: 'The EndpointSlice of checkout has no port, so nothing arrives.',
  rule: 'IN13',
  cluster: 'contoso-prod-weu',
  changes: [
    patch('Service shop/checkout', {
      spec: { ports: [{ port: 80, targetPort: 'https' }] },
    }),
  ],
};
