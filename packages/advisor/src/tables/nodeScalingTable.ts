import { Condition, DecisionTable, Fact, Row } from '../DecisionTable';
import { aksPage } from '../sources';
import {
  NodeScalingAnswers,
  nodeScalingQuestions,
} from './nodeScalingQuestions';

/**
 * The ways to scale the nodes of a cluster.
 *
 * @public
 */
export type NodeScalingOutcome =
  | 'fixed-count'
  | 'cluster-autoscaler'
  | 'node-auto-provisioning';

const autoProvisioning = aksPage(
  'node-auto-provisioning',
  'Node auto-provisioning in AKS',
);
const autoProvisioningNetworks: Fact = {
  text: 'Node auto-provisioning supports neither Calico, dynamic pod addresses, IPv6 nor Windows.',
  source: aksPage(
    'node-auto-provisioning-networking',
    'Networks for node auto-provisioning',
  ),
};
const autoProvisioningLimits: Fact = {
  text: 'Node auto-provisioning supports neither service principals nor stopping the cluster, and no change of the outbound type.',
  source: autoProvisioning,
};
const noAutoscaledPools: Fact = {
  text: 'A cluster with node auto-provisioning may have pools of a fixed size, but none with the cluster autoscaler.',
  source: autoProvisioning,
};
const pendingPods: Fact = {
  text: 'The cluster autoscaler adds nodes for pending pods that would fit a new node of a pool, between the minimum and maximum of that pool.',
  source: aksPage('cluster-autoscaler-overview', 'Cluster autoscaler in AKS'),
};

// What node auto-provisioning does not go with, and why.
const obstacles: readonly {
  when: Condition<NodeScalingAnswers>;
  because: string;
  fact: Fact;
}[] = [
  {
    when: { os: ['windows'] },
    because: 'Node auto-provisioning makes no Windows nodes.',
    fact: autoProvisioningNetworks,
  },
  {
    when: { network: ['calico', 'pod-subnet'] },
    because: 'Node auto-provisioning does not work on this network.',
    fact: autoProvisioningNetworks,
  },
  {
    when: { family: ['ipv6'] },
    because: 'Node auto-provisioning does not work with IPv6.',
    fact: autoProvisioningNetworks,
  },
  {
    when: { stops: ['stopped'] },
    because: 'A cluster with node auto-provisioning cannot be stopped.',
    fact: autoProvisioningLimits,
  },
  {
    when: { identity: ['service-principal'] },
    because: 'Node auto-provisioning needs a managed identity.',
    fact: autoProvisioningLimits,
  },
];

const withObstacles = obstacles.map(
  ({ when, because, fact }): Row<NodeScalingAnswers, NodeScalingOutcome> => ({
    outcome: 'cluster-autoscaler',
    when: { pools: ['mixed'], ...when },
    because: `${because} The nearest to it are several pools of different sizes, each with the cluster autoscaler.`,
    facts: [fact, pendingPods],
    runnersUp: [{ outcome: 'node-auto-provisioning', because, facts: [fact] }],
  }),
);

/**
 * How the nodes of a cluster follow what pods need.
 *
 * @public
 */
export const nodeScalingTable: DecisionTable<
  NodeScalingAnswers,
  NodeScalingOutcome
> = {
  id: 'node-scaling',
  title: 'Autoscaling of nodes',
  text: 'How the nodes of a cluster follow the room that pods need.',
  questions: nodeScalingQuestions,
  outcomes: {
    'fixed-count': {
      title: 'A fixed number of nodes',
      text: 'Enough nodes for the load and for one node lost or being upgraded.',
      settings: { 'agentPoolProfiles[].enableAutoScaling': 'false' },
    },
    'cluster-autoscaler': {
      title: 'Cluster autoscaler',
      text: 'A minimum and a maximum for each pool; a user pool may go down to 0. The maximum and the quota must hold what the pods’ autoscalers can ask for.',
      settings: { 'agentPoolProfiles[].enableAutoScaling': 'true' },
    },
    'node-auto-provisioning': {
      title: 'Node auto-provisioning',
      text: 'Karpenter, run by AKS, makes nodes of the sizes that pending pods need and packs them again later; NodePool objects limit what it may take.',
      settings: { 'nodeProvisioningProfile.mode': 'Auto' },
    },
  },
  contradictions: [
    {
      id: 'provisioning-and-autoscaled-pools',
      title: 'Node auto-provisioning beside autoscaled pools',
      whenAny: [{ pools: ['both'] }],
      because:
        'Two autoscalers would answer the same pending pods; AKS refuses the combination.',
      remedy:
        'Choose one: let the platform choose the machines and keep pools of a fixed size beside it, or use autoscaled pools only.',
      facts: [noAutoscaledPools],
    },
    ...obstacles.map(({ when, because, fact }) => ({
      id: `automatic-with-${Object.values(when).flat().join('-or-')}`,
      title: 'AKS Automatic with what it cannot have',
      whenAny: [{ cluster: ['automatic' as const], ...when }],
      because: `AKS Automatic always has node auto-provisioning. ${because}`,
      remedy: 'Use an AKS Standard cluster, or do without it.',
      facts: [fact],
    })),
  ],
  rows: [
    {
      outcome: 'node-auto-provisioning',
      when: { cluster: ['automatic'] },
      because: 'It is built into AKS Automatic.',
      facts: [
        {
          text: 'AKS Automatic comes with node auto-provisioning switched on.',
          source: aksPage('intro-aks-automatic', 'What is AKS Automatic?'),
        },
      ],
      runnersUp: [
        {
          outcome: 'cluster-autoscaler',
          because: 'It cannot be had beside node auto-provisioning.',
          facts: [noAutoscaledPools],
        },
      ],
    },
    {
      outcome: 'fixed-count',
      when: { demand: ['constant'] },
      because: 'There is nothing to follow.',
      runnersUp: [
        {
          outcome: 'cluster-autoscaler',
          because: 'With a constant demand it would never act.',
        },
      ],
    },
    {
      outcome: 'cluster-autoscaler',
      when: { pools: ['fixed'] },
      because: 'It scales pools whose sizes you have named.',
      facts: [pendingPods],
      runnersUp: [
        {
          outcome: 'node-auto-provisioning',
          because: 'It chooses the sizes itself.',
        },
      ],
    },
    ...withObstacles,
    {
      outcome: 'node-auto-provisioning',
      when: { pools: ['mixed'] },
      because:
        'It chooses the machines by what pods need, and nothing here stands against it.',
      facts: [noAutoscaledPools, autoProvisioningLimits],
      runnersUp: [
        {
          outcome: 'cluster-autoscaler',
          because:
            'It would need a pool for each size, and packs only within them.',
        },
      ],
    },
  ],
  remarks: [
    {
      when: { disks: ['zonal'] },
      outcomes: ['cluster-autoscaler'],
      because:
        'Make one pool in each zone and set balance-similar-node-groups, so that a pod finds a node where its disk is.',
      facts: [pendingPods],
    },
    {
      when: {},
      outcomes: ['node-auto-provisioning'],
      because:
        'Treat a change of defaultNodePools from Auto to None as one that drains and deletes the default pools.',
      facts: [
        {
          text: 'Sources disagree: the resource schema says that the pools are deleted, the AKS page that they are not. The graver one is assumed.',
          source: autoProvisioning,
        },
      ],
    },
  ],
};
