import { ObjectInput } from '../objects/KubernetesObject';
import type { ClusterState } from './ClusterState';
import { sandboxNode } from './sandboxNode';

const NAMESPACES = ['kube-system', 'kube-public', 'kube-node-lease', 'default'];

/** Creates what every new cluster has, and its nodes. */
export function bootstrap(
  cluster: ClusterState,
  { nodes = 3, region = 'westeurope' }: { nodes?: number; region?: string },
): void {
  NAMESPACES.forEach(name =>
    create(cluster, ['', 'namespaces'], {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    }),
  );
  create(cluster, ['', 'services'], {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { component: 'apiserver', provider: 'kubernetes' },
    },
    spec: {
      clusterIP: '10.0.0.1',
      ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 443 }],
    },
  });
  create(cluster, ['discovery.k8s.io', 'endpointslices'], {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { 'kubernetes.io/service-name': 'kubernetes' },
    },
    addressType: 'IPv4',
    endpoints: [{ addresses: ['10.224.0.2'], conditions: { ready: true } }],
    ports: [{ name: 'https', port: 443, protocol: 'TCP' }],
  });
  for (let index = 0; index < nodes; index++) {
    const node = sandboxNode(index, {
      region,
      version: cluster.kubernetesVersion,
      now: cluster.clock.timestamp(),
    });
    const kind = cluster.kinds.mustGet('', 'nodes');
    create(cluster, ['', 'nodes'], node);
    cluster.registry.update(
      kind,
      undefined,
      String(node.metadata.name),
      current => ({ ...current, status: node.status }),
      { manager: 'kubelet', subresource: 'status' },
    );
  }
}

function create(
  { kinds, registry }: ClusterState,
  [group, plural]: [string, string],
  input: ObjectInput,
): void {
  registry.create(
    kinds.mustGet(group, plural),
    input.metadata.namespace,
    input,
    { manager: 'kube-apiserver' },
  );
}
