import { Gateway, ListenerSet, ListenerStatus } from '../objects/gateways';
import { Condition, EndpointSlice, Service } from '../objects/workloads';
import { selectsLabels } from '../selectors/selectsLabels';
import { withObservedCondition } from './conditions';
import { ControllerContext } from './ControllerContext';
import { gatewayPlace } from './gatewayAddresses';
import { factsOf, no, owned, withAll, yes } from './gatewayConditions';
import {
  ALB,
  dataPlaneName,
  GATEWAY_GROUP,
  GatewayObjects,
  GATEWAYS,
  ISTIO,
  LISTENER_SETS,
} from './gatewayResources';
import {
  allowsNamespace,
  listenerConditions,
  OwnedListener,
  supportedKinds,
} from './listenerConditions';
import { ENDPOINT_SLICES, SERVICES } from './resources';
import { attachment, isParentOf } from './routeAttachment';

/** The ListenerSets that name a Gateway, and whether it lets them join. */
export function setsOf(
  context: ControllerContext,
  { listenerSets }: GatewayObjects,
  gateway: Gateway,
): { set: ListenerSet; isAllowed: boolean }[] {
  const home = gateway.metadata.namespace ?? '';
  return listenerSets
    .filter(
      ({ metadata, spec }) =>
        spec.parentRef.name === gateway.metadata.name &&
        (spec.parentRef.namespace ?? metadata.namespace) === home,
    )
    .map(set => {
      const namespace = set.metadata.namespace ?? '';
      return {
        set,
        isAllowed: allowsNamespace(
          gateway.spec.allowedListeners?.namespaces,
          home,
          namespace,
          selector =>
            selectsLabels(
              selector,
              factsOf(context).namespaceLabels(namespace),
            ),
          'None',
        ),
      };
    });
}

/** Says what becomes of a Gateway, its listeners and ListenerSets. */
export function judgeGateway(
  context: ControllerContext,
  objects: GatewayObjects,
  gateway: Gateway,
  controller: string,
): void {
  const sets = setsOf(context, objects, gateway);
  const all = [
    ...owned(gateway),
    ...sets.flatMap(({ set, isAllowed }) => (isAllowed ? owned(set) : [])),
  ];
  const statusesOf = (owner: Gateway | ListenerSet) =>
    all
      .filter(one => one.owner === owner)
      .map(one => listenerStatus(context, objects, one, all, controller));
  const listeners = statusesOf(gateway);
  const place = gatewayPlace(gateway, controller, {
    service: context.find<Service>(
      SERVICES,
      `${gateway.metadata.namespace}/${dataPlaneName(gateway)}`,
    ),
    endpoints: endpointsOf(context, gateway),
  });
  const attached = sets.filter(({ isAllowed }) => isAllowed).length;
  context.setStatus(GATEWAYS, gateway, {
    addresses: place.addresses,
    ...(attached > 0 && { attachedListenerSets: attached }),
    conditions: withAll(context, gateway, [
      acceptance(listeners, controller),
      place.programmed,
      ...(controller === ISTIO
        ? [yes('ResolvedRefs', 'ResolvedRefs', 'All references resolved')]
        : []),
    ]),
    listeners,
  });
  for (const { set, isAllowed } of sets) {
    if (!context.isHeld(set)) {
      judgeSet(context, set, isAllowed ? statusesOf(set) : undefined);
    }
  }
}

function isValid({ conditions }: ListenerStatus): boolean {
  return conditions.every(
    ({ type, status }) => type !== 'Programmed' || status === 'True',
  );
}

function acceptance(
  listeners: ListenerStatus[],
  controller: string,
): Condition {
  const valid = listeners.filter(isValid).length;
  if (listeners.length > 0 && valid === 0) {
    return no(
      'Accepted',
      'ListenersNotValid',
      "None of the Gateway's listeners are valid",
    );
  }
  if (valid < listeners.length) {
    return yes(
      'Accepted',
      'ListenersNotValid',
      "One or more of the Gateway's listeners are invalid",
    );
  }
  return yes(
    'Accepted',
    'Accepted',
    controller === ALB ? 'Valid Gateway' : 'Resource accepted',
  );
}

function judgeSet(
  context: ControllerContext,
  set: ListenerSet,
  listeners: ListenerStatus[] | undefined,
): void {
  const verdicts = ['Accepted', 'Programmed'].map(type => {
    if (!listeners) {
      return no(
        type,
        'NotAllowed',
        'The parent Gateway does not allow this ListenerSet',
      );
    }
    return listeners.some(isValid)
      ? yes(type, type, 'ListenerSet is valid')
      : no(
          type,
          'ListenersNotValid',
          "None of the ListenerSet's listeners are valid",
        );
  });
  context.setStatus(LISTENER_SETS, set, {
    conditions: withAll(context, set, verdicts),
    ...(listeners && { listeners }),
  });
}

function endpointsOf(context: ControllerContext, gateway: Gateway) {
  return context
    .list<EndpointSlice>(ENDPOINT_SLICES, gateway.metadata.namespace)
    .filter(
      ({ metadata }) =>
        metadata.labels?.['kubernetes.io/service-name'] ===
        dataPlaneName(gateway),
    )
    .flatMap(({ endpoints }) => endpoints ?? []);
}

function listenerStatus(
  context: ControllerContext,
  objects: GatewayObjects,
  one: OwnedListener,
  all: OwnedListener[],
  controller: string,
): ListenerStatus {
  const { listener, owner } = one;
  const facts = factsOf(context);
  const known = owner.status?.listeners?.find(
    ({ name }) => name === listener.name,
  );
  const attachedRoutes = objects.routes.filter(({ route }) =>
    (route.spec.parentRefs ?? []).some(
      parent =>
        isParentOf(parent, route, owner) &&
        attachment(route, parent, [one], facts).joined.length > 0,
    ),
  ).length;
  return {
    attachedRoutes,
    conditions: listenerConditions(one, all, objects, facts, controller).reduce<
      Condition[]
    >(
      (set, condition) =>
        withObservedCondition(
          set,
          condition,
          owner.metadata.generation,
          context.now(),
        ),
      known?.conditions ?? [],
    ),
    name: listener.name,
    supportedKinds: supportedKinds(listener).map(kind => ({
      group: GATEWAY_GROUP,
      kind,
    })),
  };
}
