import { Service } from '../objects/workloads';

/** The prefix of what people tell the load balancer of Azure. */
const PREFIX = 'service.beta.kubernetes.io/';

/** An annotation of a Service for Azure's load balancer, by its short name. */
export function azureAnnotation(
  { metadata }: Service,
  name: string,
): string | undefined {
  const value = metadata.annotations?.[PREFIX + name]?.trim();
  return value === '' ? undefined : value;
}

/** Whether a Service wants an address of the virtual network. */
export function isInternal(service: Service): boolean {
  return azureAnnotation(service, 'azure-load-balancer-internal') === 'true';
}

/** The address that a Service asks for. */
export function requestedAddress(service: Service): string | undefined {
  return (
    azureAnnotation(service, 'azure-load-balancer-ipv4') ??
    service.spec.loadBalancerIP
  );
}

/** The name of the public address that a Service asks for. */
export function requestedAddressName(service: Service): string | undefined {
  return isInternal(service)
    ? undefined
    : azureAnnotation(service, 'azure-pip-name');
}

/** Whether a Service wants a load balancer of Azure's. */
export function wantsLoadBalancer({ spec, metadata }: Service): boolean {
  return (
    spec.type === 'LoadBalancer' &&
    // Somebody else's class is somebody else's work.
    spec.loadBalancerClass === undefined &&
    metadata.deletionTimestamp === undefined
  );
}

/** `namespace/name`, as messages name Services. */
export function nameOf({ metadata }: Service): string {
  return `${metadata.namespace}/${metadata.name}`;
}
