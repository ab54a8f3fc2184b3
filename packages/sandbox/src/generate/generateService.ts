import { KubernetesObject } from '../objects/KubernetesObject';
import { podManagers } from './managers';
import { GENERATED_AT, Numbering } from './Numbering';
import { generatedPodSpec, PLACED, runningStatus } from './podParts';

/** What a generated service is to be. */
export interface ServicePlan {
  name: string;
  namespace: string;
  /** Its place among all services, from 0. */
  index: number;
  replicas: number;
  /** The number of its first pod among all pods. */
  firstPod: number;
  /** A node's name and address for a pod's number. */
  nodeOf: (pod: number) => { name: string; address: string };
}

const HASH = '7d9c6b5f48';

/** A service with all that belongs to it, every pod of it ready. */
export function generateService(
  numbering: Numbering,
  { name, namespace, index, replicas, firstPod, nodeOf }: ServicePlan,
): KubernetesObject[] {
  const labels = {
    'app.kubernetes.io/name': name,
    'backstage.io/kubernetes-id': name,
  };
  const selector = { 'app.kubernetes.io/name': name };
  const podLabels = { ...labels, 'pod-template-hash': HASH };
  const spec = generatedPodSpec(name);
  const deployment = {
    kind: 'Deployment',
    apiVersion: 'apps/v1',
    metadata: numbering.next(name, namespace, {
      generation: 1,
      labels,
      annotations: { 'deployment.kubernetes.io/revision': '1' },
    }),
    spec: {
      replicas,
      selector: { matchLabels: selector },
      template: { metadata: { labels }, spec },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
      },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
    },
    status: {
      observedGeneration: 1,
      replicas,
      updatedReplicas: replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      conditions: [
        condition('Available', 'MinimumReplicasAvailable'),
        condition('Progressing', 'NewReplicaSetAvailable'),
      ],
    },
  };
  const replicaSet = {
    kind: 'ReplicaSet',
    apiVersion: 'apps/v1',
    metadata: numbering.next(`${name}-${HASH}`, namespace, {
      generation: 1,
      labels: podLabels,
      annotations: { 'deployment.kubernetes.io/revision': '1' },
      ownerReferences: [ownedBy(deployment)],
    }),
    spec: {
      replicas,
      selector: { matchLabels: { ...selector, 'pod-template-hash': HASH } },
      template: { metadata: { labels: podLabels }, spec },
    },
    status: {
      replicas,
      fullyLabeledReplicas: replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      observedGeneration: 1,
    },
  };
  const ownerReferences = [ownedBy(replicaSet)];
  const pods = Array.from({ length: replicas }, (_, replica) => {
    const pod = firstPod + replica;
    const node = nodeOf(pod);
    const suffix = replica.toString(36).padStart(5, 'x');
    return {
      kind: 'Pod',
      apiVersion: 'v1',
      metadata: numbering.next(`${name}-${HASH}-${suffix}`, namespace, {
        generateName: `${name}-${HASH}-`,
        generation: 1,
        labels: podLabels,
        ownerReferences,
        managedFields: podManagers,
      }),
      spec: { ...spec, ...PLACED, nodeName: node.name },
      status: runningStatus(name, pod, {
        podIP: address(10, 64, pod),
        hostIP: node.address,
      }),
    };
  });
  const service = {
    kind: 'Service',
    apiVersion: 'v1',
    metadata: numbering.next(name, namespace, { labels }),
    spec: {
      clusterIP: address(10, 16, index),
      clusterIPs: [address(10, 16, index)],
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: 'http' }],
      selector,
      sessionAffinity: 'None',
      type: 'ClusterIP',
    },
    status: { loadBalancer: {} },
  };
  const endpointSlice = {
    kind: 'EndpointSlice',
    apiVersion: 'discovery.k8s.io/v1',
    metadata: numbering.next(`${name}-slice`, namespace, {
      generation: 1,
      labels: {
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
        'kubernetes.io/service-name': name,
      },
      ownerReferences: [ownedBy(service)],
    }),
    addressType: 'IPv4',
    endpoints: pods.map(pod => ({
      addresses: [pod.status.podIP],
      conditions: { ready: true, serving: true, terminating: false },
      nodeName: pod.spec.nodeName,
      targetRef: {
        kind: 'Pod',
        namespace,
        name: pod.metadata.name,
        uid: pod.metadata.uid,
      },
    })),
    ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
  };
  const host = `${name}.contoso.example`;
  const ingress = {
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    metadata: numbering.next(name, namespace, { generation: 1, labels }),
    spec: {
      ingressClassName: 'webapprouting.kubernetes.azure.com',
      tls: [{ hosts: [host], secretName: `${name}-tls` }],
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name, port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    },
    status: { loadBalancer: { ingress: [{ ip: '20.61.7.10' }] } },
  };
  return [deployment, replicaSet, ...pods, service, endpointSlice, ingress];
}

function condition(type: string, reason: string) {
  return {
    type,
    status: 'True',
    lastUpdateTime: GENERATED_AT,
    lastTransitionTime: GENERATED_AT,
    reason,
    message: '',
  };
}

function ownedBy({ apiVersion, kind, metadata }: KubernetesObject) {
  return {
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** An address of a network whose first two parts begin as given. */
export function address(first: number, second: number, index: number): string {
  const [high, middle, low] = [index >> 16, (index >> 8) & 255, index & 255];
  return `${first}.${second + high}.${middle}.${low}`;
}
