import { RecordKind } from '@backstage-aks/insight';

/** A manifest as the API server would return it. */
export interface Manifest {
  kind: RecordKind;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: object[];
  };
  [section: string]: unknown;
}

/** A namespace of the given owner. */
export function namespace(
  name: string,
  labels: Record<string, string> = {},
): Manifest {
  return { kind: 'Namespace', metadata: { name, labels } };
}

/** The class that the Ingresses below name. */
export function ingressClass(): Manifest {
  return {
    kind: 'IngressClass',
    metadata: { name: 'traefik' },
    spec: { controller: 'traefik.io/ingress-controller' },
  };
}

/** A Deployment with its ReplicaSet and ready pods. */
export function workload(options: {
  namespace: string;
  name: string;
  /** Labels of the Deployment itself; its pods have `app`. */
  labels?: Record<string, string>;
  replicas?: number;
}): Manifest[] {
  const { namespace: place, name, labels, replicas = 2 } = options;
  const podLabels = { app: name };
  const hashed = { ...podLabels, 'pod-template-hash': '5d4f' };
  const replicaSet = `${name}-5d4f`;
  const podSpec = {
    containers: [{ name, ports: [{ name: 'http', containerPort: 8080 }] }],
  };
  return [
    {
      kind: 'Deployment',
      metadata: { namespace: place, name, labels },
      spec: {
        replicas,
        selector: { matchLabels: podLabels },
        template: { metadata: { labels: podLabels }, spec: podSpec },
      },
      status: {
        replicas,
        readyReplicas: replicas,
        updatedReplicas: replicas,
        availableReplicas: replicas,
      },
    },
    {
      kind: 'ReplicaSet',
      metadata: {
        namespace: place,
        name: replicaSet,
        labels: hashed,
        ownerReferences: [ownerReference('apps/v1', 'Deployment', name)],
      },
      spec: { replicas, selector: { matchLabels: hashed } },
      status: { replicas, readyReplicas: replicas },
    },
    ...podNames(name, replicas).map(pod => ({
      kind: 'Pod' as const,
      metadata: {
        namespace: place,
        name: pod,
        labels: hashed,
        ownerReferences: [ownerReference('apps/v1', 'ReplicaSet', replicaSet)],
      },
      spec: podSpec,
      status: readyPodStatus(name),
    })),
  ];
}

/** A Service for a workload's pods, with its EndpointSlice. */
export function service(options: {
  namespace: string;
  name: string;
  labels?: Record<string, string>;
  /** The workload that it selects; its own name when left out. */
  app?: string;
  replicas?: number;
}): Manifest[] {
  const { namespace: place, name, labels, replicas = 2 } = options;
  const app = options.app ?? name;
  return [
    {
      kind: 'Service',
      metadata: { namespace: place, name, labels },
      spec: {
        type: 'ClusterIP',
        clusterIP: '10.0.0.10',
        selector: { app },
        ports: [
          { name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' },
        ],
      },
    },
    {
      kind: 'EndpointSlice',
      metadata: {
        namespace: place,
        name: `${name}-x7k2`,
        labels: { 'kubernetes.io/service-name': name },
      },
      addressType: 'IPv4',
      ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
      endpoints: podNames(app, replicas).map((pod, index) => ({
        addresses: [`10.244.0.${index + 1}`],
        conditions: { ready: true, serving: true, terminating: false },
        targetRef: { kind: 'Pod', namespace: place, name: pod },
      })),
    },
  ];
}

/** An Ingress that sends a host to a Service. */
export function ingress(options: {
  namespace: string;
  name: string;
  host: string;
  labels?: Record<string, string>;
  service?: string;
}): Manifest {
  const { namespace: place, name, host, labels } = options;
  return {
    kind: 'Ingress',
    metadata: { namespace: place, name, labels },
    spec: {
      ingressClassName: 'traefik',
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: {
                    name: options.service ?? name,
                    port: { number: 80 },
                  },
                },
              },
            ],
          },
        },
      ],
    },
    status: { loadBalancer: { ingress: [{ ip: '203.0.113.10' }] } },
  };
}

/** A workload that a host name reaches; all of it carries `app`. */
export function exposedWorkload(options: {
  namespace: string;
  name: string;
  host: string;
}): Manifest[] {
  const labels = { app: options.name };
  return [
    ...workload({ ...options, labels }),
    ...service({ ...options, labels }),
    ingress({ ...options, labels }),
  ];
}

function ownerReference(apiVersion: string, kind: string, name: string) {
  return { apiVersion, kind, name, uid: `uid-${name}`, controller: true };
}

function podNames(workloadName: string, replicas: number): string[] {
  return Array.from(
    { length: replicas },
    (_, index) => `${workloadName}-5d4f-${index}`,
  );
}

function readyPodStatus(container: string) {
  return {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True' }],
    containerStatuses: [
      { name: container, ready: true, restartCount: 0, state: { running: {} } },
    ],
  };
}
