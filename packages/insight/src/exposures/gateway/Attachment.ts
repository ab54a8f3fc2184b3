import { Condition, ObjectRef } from '../../records/base';
import {
  GatewayClassRecord,
  GatewayRecord,
  Listener,
  ListenerSetRecord,
  ParentRef,
  RouteParentStatus,
} from '../../records/gateway';

/** Where a route of the Gateway API hangs, as far as records tell. */
export interface Attachment {
  parent: ParentRef;
  /** Where the route names it: `spec.parentRefs[0]`. */
  field: string;
  /** The Gateway that serves it; unknown where its ListenerSet is not there. */
  gatewayRef?: ObjectRef;
  gateway?: GatewayRecord;
  /** Between route and Gateway, where the route names one. */
  listenerSet?: ListenerSetRecord;
  gatewayClass?: GatewayClassRecord;
  /** The listener that takes the route; absent where none does. */
  listener?: Listener;
  /** Why no listener of a known parent takes the route. */
  refusal?: Refusal;
  /** What stands on the way in a namespace that the caller may not see. */
  hidden?: ObjectRef;
  /** A parent of a kind that is not followed. */
  unfollowed?: boolean;
  /** What controllers say about this parent; one of them, as a rule. */
  statuses: RouteParentStatus[];
}

/** The first thing that keeps every listener from taking a route. */
export interface Refusal {
  by: 'section' | 'port' | 'kind' | 'namespace' | 'hostname';
  /** The listeners that passed all that is asked before. */
  among: readonly Listener[];
}

/** What stands where the listeners are: the ListenerSet or the Gateway. */
export function listenerOwner({
  listenerSet,
  gateway,
}: Attachment): ListenerSetRecord | GatewayRecord | undefined {
  return listenerSet ?? gateway;
}

/** A condition of a type, of those that a status has. */
export function conditionOf(
  conditions: readonly Condition[],
  type: string,
): Condition | undefined {
  return conditions.find(condition => condition.type === type);
}

/** A condition that speaks of the newest version of its object. */
export function currentCondition(
  conditions: readonly Condition[],
  type: string,
): Condition | undefined {
  const condition = conditionOf(conditions, type);
  return condition?.outdated ? undefined : condition;
}

/** Whether Application Gateway for Containers is what a controller serves. */
export function isApplicationGatewayForContainers({
  controller,
}: {
  controller: string;
}): boolean {
  return controller === 'alb.networking.azure.io/alb-controller';
}
