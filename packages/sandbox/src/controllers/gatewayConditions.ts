import {
  Gateway,
  GatewayClass,
  Listener,
  ListenerSet,
} from '../objects/gateways';
import { Condition } from '../objects/workloads';
import { withObservedCondition } from './conditions';
import { ControllerContext, Resource } from './ControllerContext';
import { ClusterFacts, OwnedListener } from './listenerConditions';
import { NAMESPACES } from './resources';

export const SECRETS: Resource = ['', 'secrets'];

/** A condition that holds. */
export function yes(type: string, reason: string, message: string): Condition {
  return { type, status: 'True', reason, message };
}

/** A condition that does not hold. */
export function no(type: string, reason: string, message: string): Condition {
  return { type, status: 'False', reason, message };
}

/** The conditions of an object with these set, for its present generation. */
export function withAll(
  context: ControllerContext,
  { metadata, status }: GatewayClass | Gateway | ListenerSet,
  wanted: Condition[],
): Condition[] {
  return wanted.reduce<Condition[]>(
    (set, condition) =>
      withObservedCondition(set, condition, metadata.generation, context.now()),
    status?.conditions ?? [],
  );
}

/** What a cluster has beside the objects of the Gateway API. */
export function factsOf(context: ControllerContext): ClusterFacts {
  return {
    hasSecret: (namespace, name) =>
      context.find(SECRETS, `${namespace}/${name}`) !== undefined,
    namespaceLabels: namespace =>
      context.find(NAMESPACES, namespace)?.metadata.labels ?? {},
  };
}

/** The listeners of a Gateway or ListenerSet itself. */
export function owned(owner: Gateway | ListenerSet): OwnedListener[] {
  return (owner.spec.listeners ?? []).map((listener: Listener) => ({
    listener,
    owner,
  }));
}
