import { ClusterSnapshot } from '../cluster/ClusterSnapshot';
import { builtInKinds } from '../kinds/builtInKinds';
import { KubernetesObject } from '../objects/KubernetesObject';
import { generateNode } from './generateNode';
import { address, generateService } from './generateService';
import { Numbering } from './Numbering';

/**
 * How large a cluster is to be.
 *
 * @public
 */
export interface ClusterSize {
  services: number;
  /** All pods together, shared out evenly. */
  pods: number;
}

const SERVICES_IN_NAMESPACE = 50;
const PODS_ON_NODE = 100;

/**
 * A cluster of any size whose state is settled: each service with Deployment,
 * ReplicaSet, ready pods, EndpointSlice and Ingress. The same size gives the
 * same cluster every time.
 *
 * @public
 */
export function generateCluster({
  services,
  pods,
}: ClusterSize): ClusterSnapshot {
  const numbering = new Numbering();
  const namespaces = Math.ceil(services / SERVICES_IN_NAMESPACE);
  const nodes = Math.max(1, Math.ceil(pods / PODS_ON_NODE));
  const nodeNames = Array.from({ length: nodes }, (_, index) => ({
    name: nodeName(index),
    address: address(10, 224, index + 4),
  }));
  const objects = [
    ...[
      'default',
      'kube-node-lease',
      'kube-public',
      'kube-system',
      ...Array.from({ length: namespaces }, (_, index) => namespaceName(index)),
    ].map(name => generateNamespace(numbering, name)),
    ...nodeNames.map((node, index) => generateNode(numbering, index, node)),
    generateIngressClass(numbering),
  ];
  let firstPod = 0;
  for (let index = 0; index < services; index++) {
    const replicas = Math.floor(((index + 1) * pods) / services) - firstPod;
    const created = generateService(numbering, {
      name: `service-${String(index).padStart(5, '0')}`,
      namespace: namespaceName(Math.floor(index / SERVICES_IN_NAMESPACE)),
      index,
      replicas,
      firstPod,
      nodeOf: pod => nodeNames[pod % nodes],
    });
    for (const object of created) {
      objects.push(object);
    }
    firstPod += replicas;
  }
  return { lists: byKind(objects) };
}

function byKind(objects: KubernetesObject[]): ClusterSnapshot['lists'] {
  const groups = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const group = groups.get(object.kind) ?? [];
    groups.set(object.kind, group);
    group.push(object);
  }
  return [...groups].map(([name, ofKind]) => {
    const kind = builtInKinds.find(definition => definition.kind === name);
    if (!kind) {
      throw new Error(`${name} is not a built-in kind`);
    }
    return { kind, objects: ofKind };
  });
}

function namespaceName(index: number): string {
  return `team-${String(index).padStart(3, '0')}`;
}

function nodeName(index: number): string {
  return `aks-user-31000000-vmss${index.toString(36).padStart(6, '0')}`;
}

function generateNamespace(
  numbering: Numbering,
  name: string,
): KubernetesObject {
  return {
    kind: 'Namespace',
    apiVersion: 'v1',
    metadata: numbering.next(name, undefined, {
      labels: { 'kubernetes.io/metadata.name': name },
    }),
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

function generateIngressClass(numbering: Numbering): KubernetesObject {
  return {
    kind: 'IngressClass',
    apiVersion: 'networking.k8s.io/v1',
    metadata: numbering.next('webapprouting.kubernetes.azure.com', undefined, {
      generation: 1,
    }),
    spec: { controller: 'webapprouting.kubernetes.azure.com/nginx' },
  };
}
