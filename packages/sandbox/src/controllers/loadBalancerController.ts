import { Service } from '../objects/workloads';
import { Controller } from './Controller';
import { ControllerContext } from './ControllerContext';
import { SERVICES, storeName } from './resources';

const REQUESTED_ADDRESS = 'service.beta.kubernetes.io/azure-load-balancer-ipv4';

/** Gives Services of type LoadBalancer an address outside. */
export const loadBalancerController: Controller = {
  name: 'cloud-controller-manager',
  concerns(event, context) {
    if (event.resource === storeName(SERVICES) && event.type !== 'DELETED') {
      context.again(event.key, context.timing.address);
    }
    return [];
  },
  reconcile(key, context) {
    const service = context.find<Service>(SERVICES, key);
    if (!service || context.isHeld(service)) {
      return;
    }
    const wants = service.spec.type === 'LoadBalancer';
    const has = Boolean(service.status.loadBalancer?.ingress?.length);
    if (wants && !has) {
      const ip = requestedAddress(service) ?? freeAddress(context);
      context.setStatus(SERVICES, service, {
        loadBalancer: { ingress: [{ ip, ipMode: 'VIP' }] },
      });
    } else if (!wants && has) {
      context.setStatus(SERVICES, service, { loadBalancer: {} });
    }
  },
};

function requestedAddress({ metadata, spec }: Service): string | undefined {
  return metadata.annotations?.[REQUESTED_ADDRESS] ?? spec.loadBalancerIP;
}

function freeAddress(context: ControllerContext): string {
  const taken = new Set(
    context
      .list<Service>(SERVICES)
      .flatMap(service => [
        requestedAddress(service),
        ...(service.status.loadBalancer?.ingress ?? []).map(({ ip }) => ip),
      ]),
  );
  let host = 20;
  while (taken.has(`20.61.7.${host}`)) {
    host++;
  }
  return `20.61.7.${host}`;
}
