import { Address } from '../record';
import { fieldsAt, fieldsIn, text } from './fields';

/** What stands in `status.loadBalancer` of a Service or an Ingress. */
export function loadBalancerAddresses(object: unknown): Address[] {
  const { ingress } = fieldsAt(object, 'status', 'loadBalancer');
  return fieldsIn(ingress).flatMap(point => {
    const ip = text(point.ip);
    const hostname = text(point.hostname);
    return ip || hostname
      ? [{ ...(ip && { ip }), ...(hostname && { hostname }) }]
      : [];
  });
}
