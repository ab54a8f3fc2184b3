/** A Kubernetes object as people write it, with the status that it is to have. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: object;
  status?: object;
  [field: string]: unknown;
}

/** What a fixture says of an object beside its spec. */
export interface Extras {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  status?: object;
}

const LONG_AGO = '2026-11-01T08:00:00Z';

const LABELS = { app: 'checkout' };

/** A pod that runs and is ready, without a node. */
export function pod(
  namespace: string,
  name: string,
  { labels = LABELS, spec = {}, status }: Extras & { spec?: object } = {},
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: {
      schedulerName: 'fixtures.backstage-aks.example',
      containers: [
        {
          name: 'app',
          image: 'contoso.azurecr.example/checkout:1',
          ports: [{ name: 'web', containerPort: 8080, protocol: 'TCP' }],
        },
      ],
      ...spec,
    },
    status: status ?? {
      phase: 'Running',
      conditions: [
        { type: 'Ready', status: 'True', lastTransitionTime: LONG_AGO },
      ],
      containerStatuses: [
        {
          name: 'app',
          image: 'contoso.azurecr.example/checkout:1',
          imageID: 'contoso.azurecr.example/checkout@sha256:0',
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: LONG_AGO } },
        },
      ],
    },
  };
}

/** The status of a pod that runs without being ready. */
export const notReady = {
  phase: 'Running',
  conditions: [
    { type: 'Ready', status: 'False', lastTransitionTime: LONG_AGO },
  ],
};

export function service(
  namespace: string,
  spec: object = {},
  { annotations, status }: Extras = {},
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'checkout',
      namespace,
      ...(annotations && { annotations }),
    },
    spec: {
      type: 'ClusterIP',
      selector: LABELS,
      ports: [{ name: 'http', port: 80, targetPort: 'web' }],
      ...spec,
    },
    ...(status && { status }),
  };
}

/**
 * The endpoints of the Service. Kept by nobody, so that the cluster's own
 * controller lets them be.
 */
export function endpointSlice(
  namespace: string,
  endpoints: object[],
  ports: object[] = [{ name: 'http', port: 8080, protocol: 'TCP' }],
): Manifest {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'checkout-fixture',
      namespace,
      labels: {
        'kubernetes.io/service-name': 'checkout',
        'endpointslice.kubernetes.io/managed-by':
          'fixtures.backstage-aks.example',
      },
    },
    addressType: 'IPv4',
    ports,
    endpoints,
  };
}

export function endpoint(
  namespace: string,
  name: string,
  ready: boolean,
): object {
  return {
    addresses: [`10.244.7.${name.charCodeAt(name.length - 1)}`],
    conditions: { ready, serving: ready, terminating: false },
    targetRef: { kind: 'Pod', namespace, name },
  };
}

/** A class of this fixture alone. */
export function classOf(namespace: string): string {
  return `${namespace}-class`;
}

export function ingressClass(
  namespace: string,
  controller = 'traefik.io/ingress-controller',
): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: classOf(namespace) },
    spec: { controller },
  };
}

export const HOST = 'checkout.contoso.example';

/** A rule of an Ingress for a host. */
export function ingressRule(
  path = '/',
  { host = HOST, pathType = 'Prefix', port = { name: 'http' } as object } = {},
): object {
  return {
    host,
    http: {
      paths: [
        { path, pathType, backend: { service: { name: 'checkout', port } } },
      ],
    },
  };
}

export function ingress(
  namespace: string,
  spec: object = {},
  {
    name = 'checkout',
    annotations,
    status = { loadBalancer: { ingress: [{ ip: '20.61.7.10' }] } },
  }: Extras & { name?: string } = {},
): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace, ...(annotations && { annotations }) },
    spec: {
      ingressClassName: classOf(namespace),
      rules: [ingressRule()],
      ...spec,
    },
    status,
  };
}

/** Objects of the checkout, of which a fixture replaces some. */
export interface Parts {
  class?: Manifest[];
  ingress?: Manifest[];
  service?: Manifest[];
  slice?: Manifest[];
  pods?: Manifest[];
  more?: Manifest[];
}

/** A service that works, but for the parts that are given. */
export function checkout(namespace: string, parts: Parts = {}): Manifest[] {
  const names = ['checkout-a', 'checkout-b'];
  return [
    ...(parts.class ?? [ingressClass(namespace)]),
    ...(parts.service ?? [service(namespace)]),
    ...(parts.pods ?? names.map(name => pod(namespace, name))),
    ...(parts.slice ?? [
      endpointSlice(
        namespace,
        names.map(name => endpoint(namespace, name, true)),
      ),
    ]),
    ...(parts.ingress ?? [ingress(namespace)]),
    ...(parts.more ?? []),
  ];
}
