import { ObjectInput } from '../objects/KubernetesObject';

const POOL = 'user';
const ZONES = 3;

/** A node as an AKS node pool over the zones of a region has it. */
export function sandboxNode(
  index: number,
  { region, version, now }: { region: string; version: string; now: string },
): ObjectInput {
  const suffix = index.toString(36).padStart(6, '0');
  const name = `aks-${POOL}-31000000-vmss${suffix}`;
  const zone = `${region}-${(index % ZONES) + 1}`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        agentpool: POOL,
        'kubernetes.azure.com/agentpool': POOL,
        'kubernetes.azure.com/mode': 'user',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'Standard_D4s_v5',
        'topology.disk.csi.azure.com/zone': zone,
        'topology.kubernetes.io/region': region,
        'topology.kubernetes.io/zone': zone,
      },
    },
    spec: {
      podCIDR: `10.244.${index * 16}.0/20`,
      providerID: `azure:///subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/mc_contoso_sandbox_${region}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-${POOL}-31000000-vmss/virtualMachines/${index}`,
    },
    status: {
      capacity: {
        cpu: '4',
        'ephemeral-storage': '129886128Ki',
        memory: '16375056Ki',
        pods: '110',
      },
      allocatable: {
        cpu: '3860m',
        'ephemeral-storage': '119703055367',
        memory: '13027568Ki',
        pods: '110',
      },
      conditions: [
        condition(
          'MemoryPressure',
          'False',
          'KubeletHasSufficientMemory',
          'kubelet has sufficient memory available',
          now,
        ),
        condition(
          'DiskPressure',
          'False',
          'KubeletHasNoDiskPressure',
          'kubelet has no disk pressure',
          now,
        ),
        condition(
          'PIDPressure',
          'False',
          'KubeletHasSufficientPID',
          'kubelet has sufficient PID available',
          now,
        ),
        condition(
          'Ready',
          'True',
          'KubeletReady',
          'kubelet is posting ready status',
          now,
        ),
      ],
      addresses: [
        { type: 'InternalIP', address: `10.224.0.${index + 4}` },
        { type: 'Hostname', address: name },
      ],
      nodeInfo: {
        architecture: 'amd64',
        containerRuntimeVersion: 'containerd://2.1.4',
        kernelVersion: '6.8.0-1041-azure',
        kubeletVersion: version,
        operatingSystem: 'linux',
        osImage: 'Ubuntu 24.04.3 LTS',
      },
    },
  };
}

function condition(
  type: string,
  status: string,
  reason: string,
  message: string,
  now: string,
) {
  return {
    type,
    status,
    lastHeartbeatTime: now,
    lastTransitionTime: now,
    reason,
    message,
  };
}
