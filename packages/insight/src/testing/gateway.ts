import { checkoutObjects, Changes, metadata, Objects } from './shop';

const GROUP = 'gateway.networking.k8s.io';

/** What a test changes of the objects around a route of the Gateway API. */
export interface GatewayChanges extends Changes {
  gatewayClass?: { name?: string; controller?: string; conditions?: object[] };
  gatewayMetadata?: object;
  gateway?: object;
  listener?: object;
  listeners?: object[];
  gatewayStatus?: object;
  listenerConditions?: object[];
  routeMetadata?: object;
  route?: object;
  /** The conditions of the route for its parent. */
  conditions?: object[];
  parents?: object[];
}

export const ISTIO = 'istio.io/gateway-controller';

/** A condition, of the first version unless said otherwise. */
export function condition(
  type: string,
  status: string,
  reason = type,
  more: object = {},
): object {
  return { type, status, reason, observedGeneration: 1, ...more };
}

/** A healthy checkout behind an HTTPRoute and a Gateway, but for the changes. */
export function gatewayObjects(changes: GatewayChanges = {}): Objects {
  const className = changes.gatewayClass?.name ?? 'approuting-istio';
  const controller = changes.gatewayClass?.controller ?? ISTIO;
  return {
    ...checkoutObjects(changes),
    IngressClass: [],
    Ingress: [],
    Namespace: [
      {
        metadata: {
          name: 'shop',
          labels: { 'kubernetes.io/metadata.name': 'shop', team: 'pay' },
        },
      },
    ],
    GatewayClass: [
      {
        metadata: { name: className },
        spec: { controllerName: controller },
        status: {
          conditions: changes.gatewayClass?.conditions ?? [
            condition('Accepted', 'True'),
          ],
        },
      },
    ],
    Gateway: [
      {
        metadata: metadata('public', {
          generation: 1,
          ...changes.gatewayMetadata,
        }),
        spec: {
          gatewayClassName: className,
          listeners: changes.listeners ?? [
            {
              name: 'http',
              port: 80,
              protocol: 'HTTP',
              allowedRoutes: { namespaces: { from: 'Same' } },
              ...changes.listener,
            },
          ],
          ...changes.gateway,
        },
        status: {
          addresses: [{ type: 'IPAddress', value: '20.61.7.20' }],
          conditions: [
            condition('Accepted', 'True'),
            condition('Programmed', 'True'),
          ],
          listeners: (changes.listeners ?? [{ name: 'http' }]).map(
            listener => ({
              name: (listener as { name: string }).name,
              attachedRoutes: 1,
              conditions: changes.listenerConditions ?? [
                condition('Accepted', 'True'),
                condition('Programmed', 'True'),
                condition('ResolvedRefs', 'True'),
                condition('Conflicted', 'False', 'NoConflicts'),
              ],
            }),
          ),
          ...changes.gatewayStatus,
        },
      },
    ],
    HTTPRoute: [httpRoute(changes, controller)],
    ...changes.instead,
  };
}

/** The route to the checkout. */
export function httpRoute(
  changes: Pick<
    GatewayChanges,
    'routeMetadata' | 'route' | 'conditions' | 'parents'
  > = {},
  controller = ISTIO,
): object {
  return {
    metadata: metadata('checkout', { generation: 1, ...changes.routeMetadata }),
    spec: {
      parentRefs: [{ name: 'public' }],
      hostnames: ['checkout.contoso.example'],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ name: 'checkout', port: 80 }],
        },
      ],
      ...changes.route,
    },
    status: {
      parents: changes.parents ?? [
        parentStatus(
          { name: 'public' },
          changes.conditions ?? [
            condition('Accepted', 'True'),
            condition('ResolvedRefs', 'True'),
          ],
          controller,
        ),
      ],
    },
  };
}

/** What a controller says of a route for one of its parents. */
export function parentStatus(
  parentRef: object,
  conditions: object[],
  controllerName = ISTIO,
): object {
  return {
    parentRef: { group: GROUP, kind: 'Gateway', ...parentRef },
    controllerName,
    conditions,
  };
}
