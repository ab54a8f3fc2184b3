import { KubernetesObject } from '../objects/KubernetesObject';
import { GENERATED_AT, Numbering } from './Numbering';

/** A node that is ready, with room for 110 pods. */
export function generateNode(
  numbering: Numbering,
  index: number,
  { name, address }: { name: string; address: string },
): KubernetesObject {
  const amounts = { cpu: '16', memory: '64Gi', pods: '110' };
  return {
    kind: 'Node',
    apiVersion: 'v1',
    metadata: numbering.next(name, undefined, {
      labels: {
        'kubernetes.azure.com/agentpool': 'user',
        'kubernetes.azure.com/mode': 'user',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'Standard_D16s_v5',
        'topology.kubernetes.io/region': 'westeurope',
        'topology.kubernetes.io/zone': `westeurope-${(index % 3) + 1}`,
      },
    }),
    spec: {},
    status: {
      capacity: amounts,
      allocatable: amounts,
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          lastHeartbeatTime: GENERATED_AT,
          lastTransitionTime: GENERATED_AT,
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
        },
      ],
      addresses: [
        { type: 'InternalIP', address },
        { type: 'Hostname', address: name },
      ],
      nodeInfo: {
        architecture: 'amd64',
        containerRuntimeVersion: 'containerd://2.1.4',
        kernelVersion: '6.8.0-1041-azure',
        kubeletVersion: 'v1.36.2',
        operatingSystem: 'linux',
        osImage: 'Ubuntu 24.04.3 LTS',
      },
    },
  };
}
