import { ParentReference, Route } from '../objects/gateways';
import { selectsLabels } from '../selectors/selectsLabels';
import { GATEWAY_GROUP, GatewayObjects, isGranted } from './gatewayResources';
import {
  allowsNamespace,
  ClusterFacts,
  OwnedListener,
  supportedKinds,
} from './listenerConditions';

/** Whether a route joins a listener, or why not. */
export interface Refusal {
  reason: string;
  message: string;
}

// What is reported where a route joins none of several listeners.
const RANK = [
  'NotAllowedByListeners',
  'NoMatchingListenerHostname',
  'NoMatchingParent',
];

/**
 * The listeners of a parent that a route joins, and where there are none, the
 * reason: of the Gateway API (1.6), in the words of Istio (2026).
 */
export function attachment(
  route: Route,
  parent: ParentReference,
  listeners: OwnedListener[],
  facts: ClusterFacts,
): { joined: OwnedListener[]; refusal?: Refusal } {
  const outcomes = listeners.map(one => ({
    one,
    refusal: refusalOf(route, parent, one, facts),
  }));
  const joined = outcomes.filter(({ refusal }) => !refusal);
  const [refusal] = outcomes
    .flatMap(outcome => (outcome.refusal ? [outcome.refusal] : []))
    .sort(
      (left, right) => RANK.indexOf(left.reason) - RANK.indexOf(right.reason),
    );
  return {
    joined: joined.map(({ one }) => one),
    ...(joined.length === 0 && {
      refusal: refusal ?? {
        reason: 'NoMatchingParent',
        message: 'parent has no listeners',
      },
    }),
  };
}

function refusalOf(
  route: Route,
  { port, sectionName }: ParentReference,
  { listener, owner }: OwnedListener,
  facts: ClusterFacts,
): Refusal | undefined {
  if (port !== undefined && port !== listener.port) {
    return { reason: 'NoMatchingParent', message: `port ${port} not found` };
  }
  if (sectionName !== undefined && sectionName !== listener.name) {
    return {
      reason: 'NoMatchingParent',
      message: `sectionName "${sectionName}" not found`,
    };
  }
  const hostname = listener.hostname ?? '*';
  const wanted = route.spec.hostnames?.length ? route.spec.hostnames : ['*'];
  if (!wanted.some(one => matches(one, hostname) || matches(hostname, one))) {
    return {
      reason: 'NoMatchingListenerHostname',
      message: `no hostnames matched parent hostname "${
        listener.hostname ?? ''
      }"`,
    };
  }
  const namespace = route.metadata.namespace ?? '';
  const isAllowed = allowsNamespace(
    listener.allowedRoutes?.namespaces,
    owner.metadata.namespace ?? '',
    namespace,
    selector => selectsLabels(selector, facts.namespaceLabels(namespace)),
    'Same',
  );
  if (!isAllowed) {
    return {
      reason: 'NotAllowedByListeners',
      message: `hostnames matched parent hostname "${
        listener.hostname ?? ''
      }", but namespace "${namespace}" is not allowed by the parent`,
    };
  }
  return supportedKinds(listener).includes(route.kind)
    ? undefined
    : {
        reason: 'NotAllowedByListeners',
        message: `kind ${route.apiVersion}/${route.kind} is not allowed`,
      };
}

/** Whether a pattern such as `*.example.com` takes a host name. */
function matches(pattern: string, hostname: string): boolean {
  return (
    pattern === '*' ||
    pattern === hostname ||
    (pattern.startsWith('*.') && hostname.endsWith(pattern.slice(1)))
  );
}

/** What is wrong with the first backend of a route that is not right. */
export function backendRefusal(
  route: Route,
  { grants }: GatewayObjects,
  hasService: (namespace: string, name: string) => boolean,
): Refusal | undefined {
  const home = route.metadata.namespace ?? '';
  const backends = (route.spec.rules ?? []).flatMap(
    ({ backendRefs = [] }) => backendRefs,
  );
  for (const {
    group = '',
    kind = 'Service',
    name,
    namespace = home,
    port,
  } of backends) {
    const from = { kind: route.kind, namespace: home };
    if (!isGranted(grants, from, { group, kind, name, namespace })) {
      return {
        reason: 'RefNotPermitted',
        message: `backendRef ${name}/${namespace} not accessible to a ${route.kind} in namespace "${home}" (missing a ReferenceGrant?)`,
      };
    }
    if (group !== '' || kind !== 'Service') {
      return {
        reason: 'InvalidKind',
        message: `referencing unsupported backendRef: group "${group}" kind "${kind}"`,
      };
    }
    if (port === undefined) {
      return {
        reason: 'InvalidDestination',
        message: 'port is required in backendRef',
      };
    }
    if (!hasService(namespace, name)) {
      return {
        reason: 'BackendNotFound',
        message: `backend(${name}.${namespace}.svc.cluster.local) not found`,
      };
    }
  }
  return undefined;
}

/** Whether a reference of a route means a Gateway or ListenerSet. */
export function isParentOf(
  { group = GATEWAY_GROUP, kind = 'Gateway', name, namespace }: ParentReference,
  route: Route,
  owner: OwnedListener['owner'],
): boolean {
  return (
    group === GATEWAY_GROUP &&
    kind === owner.kind &&
    name === owner.metadata.name &&
    (namespace ?? route.metadata.namespace) === owner.metadata.namespace
  );
}
