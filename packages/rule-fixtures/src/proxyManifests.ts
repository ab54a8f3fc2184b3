import { gateway, gatewayCheckout } from './gatewayManifests';
import {
  checkout,
  classOf,
  endpointSlice,
  Manifest,
  pod,
  service,
} from './manifests';

const PREFIX = 'service.beta.kubernetes.io/';

const ADDRESS = '20.61.7.40';

const PROXY = { app: 'proxy' };

/** What a fixture says of a proxy. */
interface ProxyParts {
  /** Without what they all begin with. */
  annotations?: Record<string, string>;
  appProtocol?: string;
  podLabels?: Record<string, string>;
  ready?: boolean;
}

/** A proxy behind a Service of type LoadBalancer, through which traffic comes. */
function proxy(
  namespace: string,
  name: string,
  { annotations = {}, appProtocol, podLabels = {}, ready = true }: ProxyParts,
): Manifest[] {
  const slice = endpointSlice(namespace, [
    {
      addresses: ['10.244.7.200'],
      conditions: { ready, serving: ready, terminating: false },
      targetRef: { kind: 'Pod', namespace, name: 'proxy-a' },
    },
  ]);
  return [
    {
      ...service(
        namespace,
        {
          type: 'LoadBalancer',
          selector: PROXY,
          ports: [
            { name: 'http', port: 80, targetPort: 'web', appProtocol },
            { name: 'status', port: 15021, targetPort: 15021 },
          ],
        },
        { status: { loadBalancer: { ingress: [{ ip: ADDRESS }] } } },
      ),
      metadata: {
        name,
        namespace,
        annotations: Object.fromEntries(
          Object.entries(annotations).map(([key, value]) => [
            PREFIX + key,
            value,
          ]),
        ),
      },
    },
    pod(namespace, 'proxy-a', { labels: { ...PROXY, ...podLabels } }),
    {
      ...slice,
      metadata: {
        ...slice.metadata,
        name: 'proxy-fixture',
        labels: {
          ...slice.metadata.labels,
          'kubernetes.io/service-name': name,
        },
      },
    },
  ];
}

/** A checkout behind an Ingress, whose address a proxy of the cluster holds. */
export function throughController(
  namespace: string,
  parts: ProxyParts,
  more: Manifest[] = [],
): Manifest[] {
  const objects = checkout(namespace, {
    more: [...proxy(namespace, 'proxy', parts), ...more],
  });
  return objects.map(object =>
    object.kind === 'Ingress'
      ? { ...object, status: { loadBalancer: { ingress: [{ ip: ADDRESS }] } } }
      : object,
  );
}

/** A checkout behind a Gateway, for which a proxy was made. */
export function throughGateway(
  namespace: string,
  parts: ProxyParts,
): Manifest[] {
  return gatewayCheckout(namespace, {
    gateway: [
      gateway(namespace, {
        addresses: [{ type: 'IPAddress', value: ADDRESS }],
      }),
    ],
    more: proxy(namespace, `public-${classOf(namespace)}`, parts),
  });
}
