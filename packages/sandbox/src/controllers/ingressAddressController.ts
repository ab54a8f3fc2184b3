import { Ingress, IngressClass, Service } from '../objects/workloads';
import { Controller, keyOf } from './Controller';
import { ControllerContext } from './ControllerContext';
import { INGRESS_CLASSES, INGRESSES, SERVICES, storeName } from './resources';

// Which Service fronts the ingress controllers that a sandbox runs.
const FRONTS: Record<string, string> = {
  'webapprouting.kubernetes.azure.com/nginx': 'app-routing-system/nginx',
  'traefik.io/ingress-controller': 'traefik/traefik',
  'k8s.io/ingress-nginx': 'ingress-nginx/ingress-nginx-controller',
};

const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';

/** Writes the controller's address into the Ingresses of its class. */
export const ingressAddressController: Controller = {
  name: 'ingress-controller',
  concerns(event, context) {
    const affectsAll =
      event.resource === storeName(INGRESS_CLASSES) ||
      (event.resource === storeName(SERVICES) &&
        Object.values(FRONTS).includes(event.key));
    const keys = affectsAll
      ? context
          .list<Ingress>(INGRESSES)
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
      : keyOf(event, storeName(INGRESSES));
    for (const key of keys) {
      context.again(key, context.timing.address);
    }
    return [];
  },
  reconcile(key, context) {
    const ingress = context.find<Ingress>(INGRESSES, key);
    if (!ingress || context.isHeld(ingress)) {
      return;
    }
    const front = frontOf(context, ingress);
    if (!front) {
      return;
    }
    const addresses = (front.status.loadBalancer?.ingress ?? []).map(
      ({ ip, hostname }) => (ip ? { ip } : { hostname }),
    );
    context.setStatus(INGRESSES, ingress, {
      loadBalancer: addresses.length > 0 ? { ingress: addresses } : {},
    });
  },
};

function frontOf(
  context: ControllerContext,
  { spec }: Ingress,
): Service | undefined {
  const ingressClass = context
    .list<IngressClass>(INGRESS_CLASSES)
    .find(({ metadata }) =>
      spec.ingressClassName === undefined
        ? metadata.annotations?.[DEFAULT_CLASS] === 'true'
        : metadata.name === spec.ingressClassName,
    );
  const key = ingressClass && FRONTS[ingressClass.spec.controller];
  return key === undefined ? undefined : context.find<Service>(SERVICES, key);
}
