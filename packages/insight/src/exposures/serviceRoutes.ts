import { ServicePort, ServiceRecord } from '../records/networking';
import { Route } from './Route';

/**
 * The ways in that a Service opens by itself: one for each of its ports, at a
 * load balancer or, where it is of type NodePort, at every node.
 */
export function serviceRoutes(service: ServiceRecord): Route[] {
  return service.ports.flatMap((port, index) =>
    isOpened(service, port)
      ? [
          {
            record: service,
            host: '',
            paths: [],
            tls: false,
            backend: {
              namespace: service.namespace,
              service: service.name,
              portNumber: port.port,
            },
            fields: [`spec.ports[${index}]`],
            addresses: service.addresses,
          },
        ]
      : [],
  );
}

function isOpened({ type }: ServiceRecord, { nodePort }: ServicePort): boolean {
  return (
    type === 'LoadBalancer' || (type === 'NodePort' && nodePort !== undefined)
  );
}
