import {
  classOf,
  endpoint,
  endpointSlice,
  HOST,
  Manifest,
  pod,
  service,
} from './manifests';

const API = 'gateway.networking.k8s.io/v1';

/**
 * A controller of Istio as AKS names it; no fixture's cluster runs one, so that
 * every status stays as it was written.
 */
const ISTIO = 'istio.aks.azure.com/gateway-controller';

/** That of Application Gateway for Containers. */
export const ALB = 'alb.networking.azure.io/alb-controller';

/** A condition on the first version of an object. */
export function condition(
  type: string,
  status: 'True' | 'False' | 'Unknown',
  reason = type,
  message = '',
): object {
  return {
    type,
    status,
    reason,
    message,
    observedGeneration: 1,
    lastTransitionTime: '2026-11-01T08:00:00Z',
  };
}

export const ACCEPTED = condition('Accepted', 'True');
export const PROGRAMMED = condition('Programmed', 'True');
export const RESOLVED = condition('ResolvedRefs', 'True');

export const LISTENER_READY = [
  ACCEPTED,
  PROGRAMMED,
  RESOLVED,
  condition('Conflicted', 'False', 'NoConflicts'),
];

export function gatewayClass(
  namespace: string,
  controllerName = ISTIO,
  { name = classOf(namespace), conditions = [ACCEPTED] } = {},
): Manifest {
  return {
    apiVersion: API,
    kind: 'GatewayClass',
    metadata: { name },
    spec: { controllerName },
    status: { conditions },
  };
}

/** What a fixture says of a Gateway, or of a ListenerSet beside its parent. */
interface ListenerParts {
  listeners?: { name: string; [field: string]: unknown }[];
  /** Of the object itself. */
  conditions?: object[];
  /** Of each of its listeners. */
  listenerConditions?: object[];
}

const HTTP = { name: 'http', port: 80, protocol: 'HTTP' };

function statusOf({
  listeners = [HTTP],
  conditions = [ACCEPTED, PROGRAMMED],
  listenerConditions = LISTENER_READY,
}: ListenerParts): { conditions: object[]; listeners: object[] } {
  return {
    conditions,
    listeners: listeners.map(({ name }) => ({
      name,
      attachedRoutes: 1,
      supportedKinds: [
        { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' },
      ],
      conditions: listenerConditions,
    })),
  };
}

export function gateway(
  namespace: string,
  parts: ListenerParts & {
    className?: string;
    spec?: object;
    addresses?: object[];
  } = {},
): Manifest {
  const { className, spec, listeners = [HTTP], addresses } = parts;
  return {
    apiVersion: API,
    kind: 'Gateway',
    metadata: { name: 'public', namespace },
    spec: {
      gatewayClassName: className ?? classOf(namespace),
      listeners,
      ...spec,
    },
    status: {
      addresses: addresses ?? [{ type: 'IPAddress', value: '20.61.7.20' }],
      ...statusOf(parts),
    },
  };
}

export function listenerSet(
  namespace: string,
  parts: ListenerParts & { parentNamespace?: string } = {},
): Manifest {
  const { parentNamespace = namespace, listeners = [HTTP] } = parts;
  return {
    apiVersion: API,
    kind: 'ListenerSet',
    metadata: { name: 'more', namespace },
    spec: {
      parentRef: { name: 'public', namespace: parentNamespace },
      listeners,
    },
    status: statusOf(parts),
  };
}

/** A route to the checkout, and what its controller says of its parent. */
export function httpRoute(
  namespace: string,
  {
    parent = { name: 'public' },
    controller = ISTIO,
    conditions = [ACCEPTED, RESOLVED],
    spec = {},
    parents,
  }: {
    parent?: object;
    controller?: string;
    conditions?: object[];
    spec?: object;
    parents?: object[];
  } = {},
): Manifest {
  return {
    apiVersion: API,
    kind: 'HTTPRoute',
    metadata: { name: 'checkout', namespace },
    spec: {
      parentRefs: [parent],
      hostnames: [HOST],
      rules: [{ backendRefs: [{ name: 'checkout', port: 80 }] }],
      ...spec,
    },
    status: {
      parents: parents ?? [
        { parentRef: parent, controllerName: controller, conditions },
      ],
    },
  };
}

/** Objects around a route of the Gateway API, of which a fixture replaces some. */
export interface GatewayParts {
  class?: Manifest[];
  gateway?: Manifest[];
  route?: Manifest[];
  service?: Manifest[];
  slice?: Manifest[];
  more?: Manifest[];
}

/** A service that works behind a Gateway, but for the parts that are given. */
export function gatewayCheckout(
  namespace: string,
  parts: GatewayParts = {},
): Manifest[] {
  const names = ['checkout-a', 'checkout-b'];
  return [
    ...(parts.class ?? [gatewayClass(namespace)]),
    ...(parts.service ?? [service(namespace)]),
    ...names.map(name => pod(namespace, name)),
    ...(parts.slice ?? [
      endpointSlice(
        namespace,
        names.map(name => endpoint(namespace, name, true)),
      ),
    ]),
    ...(parts.gateway ?? [gateway(namespace)]),
    ...(parts.route ?? [httpRoute(namespace)]),
    ...(parts.more ?? []),
  ];
}

/** Behind Application Gateway for Containers, but for the parts. */
export function onAzure(
  namespace: string,
  parts: GatewayParts = {},
): Manifest[] {
  return gatewayCheckout(namespace, {
    class: [gatewayClass(namespace, ALB)],
    gateway: [
      gateway(namespace, {
        addresses: [{ type: 'Hostname', value: 'a1.fz01.alb.azure.example' }],
      }),
    ],
    route: [httpRoute(namespace, { controller: ALB })],
    ...parts,
  });
}
