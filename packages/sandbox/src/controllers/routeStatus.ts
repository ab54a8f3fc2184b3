import {
  Gateway,
  ListenerSet,
  ParentReference,
  ParentStatus,
  Route,
} from '../objects/gateways';
import { Condition } from '../objects/workloads';
import { withObservedCondition } from './conditions';
import { ControllerContext, Resource } from './ControllerContext';
import { factsOf, no, owned, yes } from './gatewayConditions';
import { ALB, controllerOf, GatewayObjects, ISTIO } from './gatewayResources';
import { setsOf } from './gatewayStatus';
import { OwnedListener } from './listenerConditions';
import { SERVICES } from './resources';
import { attachment, backendRefusal, isParentOf } from './routeAttachment';

/** Says what becomes of a route at each of its parents that are served. */
export function judgeRoute(
  context: ControllerContext,
  objects: GatewayObjects,
  resource: Resource,
  route: Route,
): void {
  const before = route.status?.parents ?? [];
  const ours = (route.spec.parentRefs ?? []).flatMap(parent => {
    const owner = [...objects.gateways, ...objects.listenerSets].find(one =>
      isParentOf(parent, route, one),
    );
    const gateway = owner && gatewayOf(objects, owner);
    const controllerName = gateway && controllerOf(objects, gateway);
    if (!owner || !controllerName) {
      return [];
    }
    const known = before.find(
      status =>
        status.controllerName === controllerName &&
        JSON.stringify(status.parentRef) === JSON.stringify(parent),
    );
    const conditions = routeConditions(context, objects, route, {
      parent,
      owner,
      controllerName,
    });
    return [
      {
        conditions: conditions.reduce<Condition[]>(
          (set, condition) =>
            withObservedCondition(
              set,
              condition,
              route.metadata.generation,
              context.now(),
            ),
          known?.conditions ?? [],
        ),
        controllerName,
        parentRef: parent,
      },
    ];
  });
  const others = before.filter(
    ({ controllerName }) => controllerName !== ISTIO && controllerName !== ALB,
  );
  const parents: ParentStatus[] = [...others, ...ours];
  if (parents.length > 0 || before.length > 0) {
    context.setStatus(resource, route, { parents });
  }
}

function gatewayOf(
  { gateways }: GatewayObjects,
  owner: Gateway | ListenerSet,
): Gateway | undefined {
  if (owner.kind === 'Gateway') {
    return owner as Gateway;
  }
  const { metadata, spec } = owner as ListenerSet;
  return gateways.find(
    gateway =>
      gateway.metadata.name === spec.parentRef.name &&
      gateway.metadata.namespace ===
        (spec.parentRef.namespace ?? metadata.namespace),
  );
}

function routeConditions(
  context: ControllerContext,
  objects: GatewayObjects,
  route: Route,
  {
    parent,
    owner,
    controllerName,
  }: {
    parent: ParentReference;
    owner: Gateway | ListenerSet;
    controllerName: string;
  },
): Condition[] {
  const { joined, refusal } = attachment(
    route,
    parent,
    listenersOf(context, objects, owner),
    factsOf(context),
  );
  const wrong = backendRefusal(
    route,
    objects,
    (namespace, name) =>
      context.find(SERVICES, `${namespace}/${name}`) !== undefined,
  );
  const isAlb = controllerName === ALB;
  const valid =
    joined.length > 1
      ? `Route was valid, bound to ${joined.length} parents`
      : 'Route was valid';
  return [
    refusal
      ? no('Accepted', refusal.reason, refusal.message)
      : yes('Accepted', 'Accepted', isAlb ? 'Route is Accepted' : valid),
    wrong
      ? no('ResolvedRefs', wrong.reason, wrong.message)
      : yes(
          'ResolvedRefs',
          'ResolvedRefs',
          isAlb ? '' : 'All references resolved',
        ),
  ];
}

// A ListenerSet that its Gateway does not let in listens nowhere.
function listenersOf(
  context: ControllerContext,
  objects: GatewayObjects,
  owner: Gateway | ListenerSet,
): OwnedListener[] {
  const gateway = gatewayOf(objects, owner);
  const isIn =
    owner.kind === 'Gateway' ||
    (gateway &&
      setsOf(context, objects, gateway).some(
        ({ set, isAllowed }) => set === owner && isAllowed,
      ));
  return isIn ? owned(owner) : [];
}
