import { conditions, metadata, SECRET, selector } from './common';

export const cluster = {
  Namespace: { metadata, status: { phase: 'Active', conditions } },
  Node: {
    metadata: {
      ...metadata,
      labels: {
        'kubernetes.azure.com/agentpool': 'system',
        'kubernetes.azure.com/mode': 'system',
        'kubernetes.azure.com/node-image-version': 'AKSUbuntu-2204-202611.01.0',
        'kubernetes.azure.com/upgrade-status': 'Quarantined',
        'topology.kubernetes.io/zone': 'westeurope-1',
        'node.kubernetes.io/instance-type': 'Standard_D4s_v5',
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
      },
    },
    spec: {
      unschedulable: true,
      taints: [
        { key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' },
      ],
      providerID:
        'azure:///subscriptions/s/resourceGroups/mc_rg/providers/Microsoft.Compute/virtualMachineScaleSets/aks-system/virtualMachines/0',
    },
    status: {
      conditions,
      capacity: { cpu: '4', memory: '16Gi' },
      allocatable: { cpu: '3860m', pods: '110' },
      nodeInfo: { kubeletVersion: 'v1.36.2', machineID: SECRET },
      images: [{ names: [SECRET] }],
    },
  },
  ResourceQuota: {
    metadata,
    spec: {
      hard: { 'requests.cpu': '10', note: SECRET },
      scopes: ['NotBestEffort'],
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass' }] },
    },
    status: { used: { 'requests.cpu': '9' } },
  },
  LimitRange: {
    metadata,
    spec: {
      limits: [
        {
          type: 'Container',
          min: { cpu: '10m' },
          max: { cpu: '2' },
          default: { cpu: '500m' },
          defaultRequest: { cpu: '100m' },
        },
      ],
    },
  },
  PodDisruptionBudget: {
    metadata,
    spec: { minAvailable: '50%', maxUnavailable: 1, selector },
    status: { conditions, disruptionsAllowed: 1, observedGeneration: 3 },
  },
  NodePool: {
    metadata,
    spec: {
      weight: 10,
      limits: { cpu: '100' },
      disruption: {
        consolidationPolicy: 'WhenEmpty',
        consolidateAfter: '1m',
        budgets: [
          {
            nodes: '10%',
            reasons: ['Drifted'],
            schedule: '0 9 * * 1-5',
            duration: '8h',
          },
        ],
      },
      template: {
        metadata: { annotations: { SECRET } },
        spec: {
          expireAfter: '720h',
          nodeClassRef: {
            group: 'karpenter.azure.com',
            kind: 'AKSNodeClass',
            name: 'default',
          },
          requirements: [
            {
              key: 'karpenter.sh/capacity-type',
              operator: 'In',
              values: ['spot'],
              minValues: 1,
            },
          ],
          taints: [{ key: 'a', value: 'b', effect: 'NoSchedule' }],
          startupTaints: [{ key: 'c', effect: 'NoExecute' }],
        },
      },
    },
    status: { conditions, nodes: 2, resources: { cpu: '8' } },
  },
  NodeClaim: {
    metadata: { ...metadata, labels: { 'karpenter.sh/nodepool': 'default' } },
    spec: {
      expireAfter: '720h',
      nodeClassRef: {
        kind: 'AKSNodeClass',
        group: 'karpenter.azure.com',
        name: 'default',
      },
      requirements: [{ key: 'a', operator: 'Exists', minValues: 1 }],
      taints: [{ key: 'a', value: 'b', effect: 'NoSchedule' }],
      resources: { requests: { cpu: '2' } },
    },
    status: { conditions, nodeName: 'aks-default-1', capacity: { cpu: '4' } },
  },
  AKSNodeClass: {
    metadata,
    spec: {
      imageFamily: 'Ubuntu2404',
      maxPods: 110,
      osDiskSizeGB: 128,
      fipsMode: 'FIPS',
      vnetSubnetID:
        '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/n',
      localDNS: { mode: 'Preferred' },
      tags: { key: SECRET },
    },
    status: { conditions, kubernetesVersion: '1.36.2' },
  },
};
