import { ServiceRecord } from '../records/networking';
import { Route } from './Route';

/** The ways in that a Service opens by itself: one for each of its ports. */
export function loadBalancerRoutes(service: ServiceRecord): Route[] {
  return service.type === 'LoadBalancer'
    ? service.ports.map((port, index) => ({
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
      }))
    : [];
}
