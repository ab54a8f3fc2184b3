import { GatewayClass } from '../objects/gateways';
import { Controller } from './Controller';
import { ControllerContext } from './ControllerContext';
import { SECRETS, withAll, yes } from './gatewayConditions';
import {
  ALB,
  controllerOf,
  GATEWAY_CLASSES,
  GATEWAY_GROUP,
  gatewayObjects,
  GATEWAYS,
  isServed,
  ISTIO,
} from './gatewayResources';
import { judgeGateway } from './gatewayStatus';
import { ENDPOINT_SLICES, NAMESPACES, SERVICES, storeName } from './resources';
import { judgeRoute } from './routeStatus';

const EVERYTHING = 'everything';
const READ = [SERVICES, ENDPOINT_SLICES, NAMESPACES, SECRETS].map(storeName);

/**
 * Says of GatewayClasses, Gateways, ListenerSets and routes what becomes of
 * them. A change of one can concern all, so they are looked at together.
 */
export const gatewayController: Controller = {
  name: 'gateway-controller',
  concerns({ resource }, context) {
    const isOurs = resource.startsWith(`${GATEWAY_GROUP}/`);
    const isRead = READ.includes(resource) && isServed(context, GATEWAYS);
    return isOurs || isRead ? [EVERYTHING] : [];
  },
  reconcile(_, context) {
    const objects = gatewayObjects(context);
    for (const one of objects.classes) {
      acceptClass(context, one);
    }
    for (const gateway of objects.gateways) {
      const controller = controllerOf(objects, gateway);
      if (controller && !context.isHeld(gateway)) {
        judgeGateway(context, objects, gateway, controller);
      }
    }
    for (const { resource, route } of objects.routes) {
      if (!context.isHeld(route)) {
        judgeRoute(context, objects, resource, route);
      }
    }
  },
};

function acceptClass(context: ControllerContext, one: GatewayClass): void {
  const { controllerName } = one.spec;
  if (
    (controllerName === ISTIO || controllerName === ALB) &&
    !context.isHeld(one)
  ) {
    context.setStatus(GATEWAY_CLASSES, one, {
      ...one.status,
      conditions: withAll(context, one, [
        yes(
          'Accepted',
          'Accepted',
          controllerName === ALB
            ? 'Valid GatewayClass'
            : 'Handled by Istio controller',
        ),
      ]),
    });
  }
}
