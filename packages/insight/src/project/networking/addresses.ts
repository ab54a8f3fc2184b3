import { Address } from '../../records/base';
import { fieldsAt, fieldsIn, text, texts } from '../fields';

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

/** The address ranges in a list. */
export function cidrsIn(value: unknown): string[] {
  return texts(value).filter(range =>
    /^[0-9a-fA-F.:]{2,45}\/\d{1,3}$/.test(range),
  );
}
