import { fields, list, named, plain, Shape } from '../Shape';
import { amounts, conditions, metadata, object, reference } from './common';

const taints = list('requirement');

const claimFields = {
  ...plain('expireAfter', 'terminationGracePeriod'),
  nodeClassRef: reference,
  requirements: list('requirement'),
  taints,
  startupTaints: taints,
} as const;

/** Nodes and what makes them. */
export const nodeShapes: Record<string, Shape> = {
  '/Node': object({
    spec: fields({
      ...plain('podCIDR', 'unschedulable'),
      podCIDRs: list('plain'),
      providerID: 'azureId',
      taints,
    }),
    status: fields({
      phase: 'plain',
      addresses: list(fields({ type: 'plain', address: 'name' })),
      capacity: amounts,
      allocatable: amounts,
      conditions,
      // Without the ids of machine, system and boot.
      nodeInfo: fields(
        plain(
          'architecture',
          'containerRuntimeVersion',
          'kernelVersion',
          'kubeProxyVersion',
          'kubeletVersion',
          'operatingSystem',
          'osImage',
        ),
      ),
      volumesInUse: list('azureId'),
    }),
  }),
  'karpenter.sh/NodePool': object({
    spec: fields({
      weight: 'plain',
      replicas: 'plain',
      limits: amounts,
      disruption: fields({
        ...plain('consolidateAfter', 'consolidationPolicy'),
        budgets: list(
          fields({
            ...plain('duration', 'nodes', 'schedule'),
            reasons: list('plain'),
          }),
        ),
      }),
      template: fields({ metadata, spec: fields(claimFields) }),
    }),
    status: fields({
      ...plain('nodes', 'nodeClassObservedGeneration'),
      resources: amounts,
      conditions,
    }),
  }),
  'karpenter.sh/NodeClaim': object({
    spec: fields({
      ...claimFields,
      resources: fields({ requests: amounts }),
    }),
    status: fields({
      ...named('nodeName'),
      lastPodEventTime: 'plain',
      imageID: 'azureId',
      providerID: 'azureId',
      allocatable: amounts,
      capacity: amounts,
      conditions,
    }),
  }),
  'karpenter.azure.com/AKSNodeClass': object({
    spec: fields({
      ...plain('fipsMode', 'imageFamily', 'maxPods', 'osDiskSizeGB'),
      vnetSubnetID: 'azureId',
      localDNS: fields(plain('mode')),
      security: fields(plain('encryptionAtHost')),
    }),
    status: fields({ kubernetesVersion: 'plain', conditions }),
  }),
};
