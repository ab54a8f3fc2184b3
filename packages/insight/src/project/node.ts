import { Projection } from '../edge';
import { NodeRecord } from '../records/cluster';
import { Labels } from '../labelSelector';
import { annotation } from './annotations';
import { conditionsOf } from './conditions';
import { armIdIn, fieldsAt, nameIn, present, quantities } from './fields';
import { metadataOf, ownerEdges } from './metadata';
import { taintsIn } from './taints';

export function projectNode(object: unknown): Projection | undefined {
  const metadata = metadataOf('Node', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const label = (key: string) => labelIn(metadata.labels, key);
  const nodePool = label('karpenter.sh/nodepool');
  const agentPool =
    label('kubernetes.azure.com/agentpool') ?? label('agentpool');
  const record: NodeRecord = present({
    ...metadata,
    capacity: quantities(status.capacity),
    allocatable: quantities(status.allocatable),
    taints: taintsIn(spec.taints),
    unschedulable: spec.unschedulable === true,
    conditions: conditionsOf(object),
    pool: nodePool ?? agentPool,
    provisioner: provisionerOf(nodePool, agentPool),
    mode: label('kubernetes.azure.com/mode'),
    spot:
      label('kubernetes.azure.com/scalesetpriority') === 'spot' ||
      label('karpenter.sh/capacity-type') === 'spot',
    zone: label('topology.kubernetes.io/zone'),
    instanceType: label('node.kubernetes.io/instance-type'),
    os: label('kubernetes.io/os'),
    architecture: label('kubernetes.io/arch'),
    kubeletVersion: nameIn(fieldsAt(status, 'nodeInfo').kubeletVersion),
    imageVersion: label('kubernetes.azure.com/node-image-version'),
    upgradeStatus: label('kubernetes.azure.com/upgrade-status'),
    // The label alone excludes, whatever its value.
    excludedFromLoadBalancers: Object.hasOwn(
      metadata.labels,
      'node.kubernetes.io/exclude-from-external-load-balancers',
    ),
    scaleDownDisabled:
      annotation(
        object,
        'cluster-autoscaler.kubernetes.io/scale-down-disabled',
      ) === 'true' ||
      annotation(object, 'karpenter.sh/do-not-disrupt') === 'true',
    armId: armIdOf(spec.providerID),
  });
  return { record, edges: ownerEdges(record) };
}

function provisionerOf(
  nodePool: string | undefined,
  agentPool: string | undefined,
): NodeRecord['provisioner'] {
  if (nodePool) {
    return 'auto-provisioning';
  }
  return agentPool ? 'pool' : 'unknown';
}

function armIdOf(providerId: unknown): string | undefined {
  return typeof providerId === 'string' && providerId.startsWith('azure://')
    ? armIdIn(providerId.slice('azure://'.length))
    : undefined;
}

function labelIn(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? nameIn(labels[key]) : undefined;
}
