import {
  Exposure,
  exposuresOf,
  Freshness,
  ObjectRef,
  project,
  RecordKind,
  RecordSet,
  Upstream,
} from '..';

/** When the tests' views are computed. */
export const NOW = new Date('2026-11-22T12:00:00Z');

const LABELS = { app: 'checkout' };

const CONTAINER = {
  name: 'app',
  ports: [{ name: 'web', containerPort: 8080, protocol: 'TCP' }],
};

/** Objects by kind, as a test changes them before they are projected. */
export type Objects = Partial<Record<RecordKind, object[]>>;

/** What a test gives instead of, or on top of, the healthy objects. */
export interface Changes {
  ingress?: object;
  ingressMetadata?: object;
  ingressStatus?: object;
  service?: object;
  serviceMetadata?: object;
  serviceStatus?: object;
  deployment?: object;
  deploymentMetadata?: object;
  deploymentStatus?: object;
  pods?: object[];
  endpoints?: object[];
  slicePorts?: object[];
  /** Objects instead of the healthy ones of these kinds. */
  instead?: Objects;
}

/** A healthy checkout behind an Ingress, but for the changes. */
export function checkoutObjects(changes: Changes = {}): Objects {
  const pods = changes.pods ?? [pod('checkout-1-a'), pod('checkout-1-b')];
  return {
    IngressClass: [ingressClass('traefik', 'traefik.io/ingress-controller')],
    Ingress: [
      {
        metadata: metadata('checkout', changes.ingressMetadata),
        spec: {
          ingressClassName: 'traefik',
          rules: [
            {
              host: 'checkout.contoso.example',
              http: {
                paths: [
                  {
                    path: '/',
                    pathType: 'Prefix',
                    backend: {
                      service: { name: 'checkout', port: { name: 'http' } },
                    },
                  },
                ],
              },
            },
          ],
          ...changes.ingress,
        },
        status: changes.ingressStatus ?? {
          loadBalancer: { ingress: [{ ip: '20.61.7.10' }] },
        },
      },
    ],
    Service: [
      {
        metadata: metadata('checkout', changes.serviceMetadata),
        spec: {
          type: 'ClusterIP',
          selector: LABELS,
          ports: [{ name: 'http', port: 80, targetPort: 'web' }],
          ...changes.service,
        },
        status: changes.serviceStatus ?? {},
      },
    ],
    Deployment: [
      {
        metadata: metadata('checkout', {
          generation: 1,
          ...changes.deploymentMetadata,
        }),
        spec: {
          replicas: 2,
          selector: { matchLabels: LABELS },
          template: {
            metadata: { labels: LABELS },
            spec: { containers: [CONTAINER] },
          },
          ...changes.deployment,
        },
        status: {
          observedGeneration: 1,
          replicas: 2,
          readyReplicas: 2,
          updatedReplicas: 2,
          availableReplicas: 2,
          ...changes.deploymentStatus,
        },
      },
    ],
    ReplicaSet: [
      {
        metadata: metadata('checkout-1', {
          labels: LABELS,
          ownerReferences: [owner('apps/v1', 'Deployment', 'checkout')],
        }),
        spec: { replicas: 2, selector: { matchLabels: LABELS } },
      },
    ],
    Pod: pods,
    EndpointSlice: [
      {
        metadata: metadata('checkout-x7k', {
          labels: { 'kubernetes.io/service-name': 'checkout' },
        }),
        addressType: 'IPv4',
        ports: changes.slicePorts ?? [
          { name: 'http', port: 8080, protocol: 'TCP' },
        ],
        endpoints: changes.endpoints ?? [
          endpoint('checkout-1-a', true),
          endpoint('checkout-1-b', true),
        ],
      },
    ],
    ...changes.instead,
  };
}

/** A pod of the checkout; ready, unless its status says otherwise. */
export function pod(
  name: string,
  changes: { status?: object; metadata?: object; spec?: object } = {},
): object {
  return {
    metadata: metadata(name, {
      labels: LABELS,
      ownerReferences: [owner('apps/v1', 'ReplicaSet', 'checkout-1')],
      ...changes.metadata,
    }),
    spec: { nodeName: 'node-1', containers: [CONTAINER], ...changes.spec },
    status: changes.status ?? {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [{ name: 'app', ready: true, state: { running: {} } }],
    },
  };
}

/** The status of a pod with a container that waits for something. */
export function waitingFor(reason: string, more: object = {}): object {
  return {
    phase: 'Pending',
    conditions: [{ type: 'Ready', status: 'False' }],
    containerStatuses: [
      { name: 'app', ready: false, state: { waiting: { reason } }, ...more },
    ],
  };
}

export function endpoint(podName: string, ready: boolean): object {
  return {
    targetRef: { kind: 'Pod', name: podName },
    conditions: { ready, serving: ready, terminating: false },
    zone: 'westeurope-1',
  };
}

export function ingressClass(
  name: string,
  controller: string,
  isDefault = false,
): object {
  return {
    metadata: {
      name,
      annotations: {
        'ingressclass.kubernetes.io/is-default-class': `${isDefault}`,
      },
    },
    spec: { controller },
  };
}

export function metadata(name: string, more: object = {}): object {
  return {
    name,
    namespace: 'shop',
    uid: `uid-of-${name}`,
    creationTimestamp: '2026-11-01T08:00:00Z',
    ...more,
  };
}

function owner(apiVersion: string, kind: string, name: string): object {
  return { apiVersion, kind, name, uid: 'u', controller: true };
}

/** Projects objects; fails on one that cannot be. */
export function recordsOf(objects: Objects): RecordSet {
  const kinds = Object.keys(objects) as RecordKind[];
  return new RecordSet(
    kinds.flatMap(kind =>
      (objects[kind] ?? []).map(object => {
        const projection = project(kind, object);
        if (!projection) {
          throw new Error(`A ${kind} of the test has no usable name`);
        }
        return projection.record;
      }),
    ),
  );
}

export const CHECKOUT: ObjectRef = {
  kind: 'Deployment',
  namespace: 'shop',
  name: 'checkout',
};

/** The exposures of the checkout among some objects. */
export function exposuresAmong(
  objects: Objects,
  options: {
    roots?: ObjectRef[];
    freshness?: Partial<Record<RecordKind, Freshness>>;
    now?: Date;
    isReadable?: (namespace: string) => boolean;
    upstreams?: readonly Upstream[];
  } = {},
) {
  return exposuresOf({
    records: recordsOf(objects),
    roots: options.roots ?? [CHECKOUT],
    freshness: kind => options.freshness?.[kind] ?? { state: 'live' },
    now: options.now ?? NOW,
    isReadable: options.isReadable,
    upstreams: options.upstreams,
  });
}

/** The one exposure of the checkout, but for the changes. */
export function checkoutExposure(
  changes: Changes = {},
  options: Parameters<typeof exposuresAmong>[1] = {},
): Exposure {
  const { exposures } = exposuresAmong(checkoutObjects(changes), options);
  if (exposures.length !== 1) {
    throw new Error(`There are ${exposures.length} exposures instead of one`);
  }
  return exposures[0];
}

/** `kind:verdict` of each hop; `-` where a hop was not judged. */
export function hopLine({ hops }: Exposure): string {
  return hops
    .map(({ kind, verdict, judged }) => `${kind}:${judged ? verdict : '-'}`)
    .join(' ');
}
