import {
  Gateway,
  GatewayClass,
  ListenerSet,
  ReferenceGrant,
  Route,
} from '../objects/gateways';
import { KubernetesObject } from '../objects/KubernetesObject';
import { ControllerContext, Resource } from './ControllerContext';

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';
export const GATEWAY_CLASSES: Resource = [GATEWAY_GROUP, 'gatewayclasses'];
export const GATEWAYS: Resource = [GATEWAY_GROUP, 'gateways'];
export const LISTENER_SETS: Resource = [GATEWAY_GROUP, 'listenersets'];
export const REFERENCE_GRANTS: Resource = [GATEWAY_GROUP, 'referencegrants'];
export const ROUTES: readonly Resource[] = [
  [GATEWAY_GROUP, 'httproutes'],
  [GATEWAY_GROUP, 'grpcroutes'],
  [GATEWAY_GROUP, 'tlsroutes'],
];

/** The controllers of GatewayClasses that a sandbox runs. */
export const ISTIO = 'istio.io/gateway-controller';
export const ALB = 'alb.networking.azure.io/alb-controller';

/** Whether a cluster has the kind of a resource at all. */
export function isServed(
  { kinds }: ControllerContext,
  [group, plural]: Resource,
): boolean {
  return kinds
    .all()
    .some(kind => kind.group === group && kind.plural === plural);
}

/** The objects of the Gateway API in a cluster; none where it is not there. */
export interface GatewayObjects {
  classes: GatewayClass[];
  gateways: Gateway[];
  listenerSets: ListenerSet[];
  grants: ReferenceGrant[];
  routes: { resource: Resource; route: Route }[];
}

/** Reads them all. */
export function gatewayObjects(context: ControllerContext): GatewayObjects {
  const all = <T extends KubernetesObject>(resource: Resource): T[] =>
    isServed(context, resource) ? context.list<T>(resource) : [];
  return {
    classes: all<GatewayClass>(GATEWAY_CLASSES),
    gateways: all<Gateway>(GATEWAYS),
    listenerSets: all<ListenerSet>(LISTENER_SETS),
    grants: all<ReferenceGrant>(REFERENCE_GRANTS),
    routes: ROUTES.flatMap(resource =>
      all<Route>(resource).map(route => ({ resource, route })),
    ),
  };
}

/** The controller of a Gateway's class, where a sandbox runs it. */
export function controllerOf(
  { classes }: GatewayObjects,
  { spec }: Gateway,
): string | undefined {
  const controller = classes.find(
    ({ metadata }) => metadata.name === spec.gatewayClassName,
  )?.spec.controllerName;
  return controller === ISTIO || controller === ALB ? controller : undefined;
}

/** The data plane of a Gateway of Istio's: its Service, Deployment and more. */
export function dataPlaneName({ metadata, spec }: Gateway): string {
  return `${metadata.name}-${spec.gatewayClassName}`;
}

/** Whether an object lets another one of a namespace refer to it. */
export function isGranted(
  grants: ReferenceGrant[],
  from: { kind: string; namespace: string },
  to: { group: string; kind: string; name: string; namespace: string },
): boolean {
  return (
    from.namespace === to.namespace ||
    grants.some(
      ({ metadata, spec }) =>
        metadata.namespace === to.namespace &&
        spec.from.some(
          one =>
            one.group === GATEWAY_GROUP &&
            one.kind === from.kind &&
            one.namespace === from.namespace,
        ) &&
        spec.to.some(
          one =>
            one.group === to.group &&
            one.kind === to.kind &&
            (one.name === undefined || one.name === to.name),
        ),
    )
  );
}
