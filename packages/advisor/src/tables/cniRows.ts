import { Condition, Row, RunnerUp } from '../DecisionTable';
import * as facts from './cniFacts';
import { CniOutcome } from './cniOutcomes';
import { CniAnswers } from './cniQuestions';

type CniRow = Row<CniAnswers, CniOutcome>;

// Two needs that only addresses of the virtual network meet.
const needs: readonly { when: Condition<CniAnswers>; because: string }[] = [
  {
    when: { podAddresses: ['direct'] },
    because: 'Systems outside the cluster reach pods at their own addresses.',
  },
  {
    when: { virtualNodes: ['yes'] },
    because: 'Virtual nodes need pods with addresses of the virtual network.',
  },
];

const hidesPods: RunnerUp<CniAnswers, CniOutcome> = {
  outcome: 'overlay-cilium',
  because: 'It hides pods behind the addresses of their nodes.',
  facts: [facts.overlayDefault],
};

const podSubnetForNothing: RunnerUp<CniAnswers, CniOutcome> = {
  outcome: 'pod-subnet-cilium',
  because:
    'It takes an address of the virtual network for every pod, and nothing here needs them.',
};

export const cniRows: readonly CniRow[] = [
  {
    outcome: 'overlay-cilium',
    when: { cluster: ['automatic'] },
    because: 'It is built into AKS Automatic.',
    facts: [facts.automaticNetwork],
    runnersUp: [
      {
        outcome: 'overlay-azure',
        because: 'AKS Automatic does not let you choose the data plane.',
        facts: [facts.automaticNetwork],
      },
    ],
  },
  ...needs.map(
    ({ when, because }): CniRow => ({
      outcome: 'pod-subnet-azure',
      when: { windows: ['yes'], ...when },
      because: `${because} Windows nodes rule Cilium out.`,
      facts: [facts.ciliumIsLinux],
      runnersUp: [
        {
          outcome: 'overlay-azure',
          because: 'It hides pods behind the addresses of their nodes.',
        },
      ],
    }),
  ),
  {
    outcome: 'overlay-azure',
    when: { windows: ['yes'] },
    because: 'Windows nodes rule Cilium out; Overlay remains the best mode.',
    facts: [facts.ciliumIsLinux, facts.overlayDefault],
    runnersUp: [
      {
        outcome: 'pod-subnet-azure',
        because:
          'It takes an address of the virtual network for every pod, and nothing here needs them.',
      },
    ],
  },
  {
    outcome: 'bring-your-own',
    when: { features: ['vendor'], support: ['own-team'] },
    because:
      'Only the vendor’s plugin has the feature, and a team can look after it.',
    facts: [facts.unsupportedPlugin],
    runnersUp: [
      {
        outcome: 'overlay-cilium',
        because: 'Microsoft would look after it, but it lacks the feature.',
      },
    ],
  },
  {
    outcome: 'node-subnet-cilium',
    when: { vnet: ['managed'] },
    because:
      'Pods are reached directly in a small cluster, in a virtual network that AKS manages.',
    facts: [facts.nodeSubnetReserves],
    runnersUp: [
      {
        outcome: 'pod-subnet-cilium',
        because: 'It needs a virtual network of yours, with a subnet for pods.',
      },
    ],
  },
  ...needs.map(
    ({ when, because }): CniRow => ({
      outcome: 'pod-subnet-cilium-static',
      when: { size: ['beyond-64k-pods'], ...when },
      because: `${because} There are too many to give out addresses one by one.`,
      facts: [facts.podSubnetSizes],
      runnersUp: [
        {
          outcome: 'pod-subnet-cilium',
          because: 'It gives out about 64,000 addresses at most.',
          facts: [facts.podSubnetSizes],
        },
      ],
    }),
  ),
  ...needs.map(
    ({ when, because }): CniRow => ({
      outcome: 'pod-subnet-cilium',
      when: { size: ['to-400-nodes', 'beyond-400-nodes'], ...when },
      because,
      facts: [facts.podSubnetSizes, facts.ciliumIsLinux],
      runnersUp: [hidesPods],
    }),
  ),
  {
    outcome: 'overlay-cilium',
    when: { existing: ['kubenet'] },
    because: 'It is what a cluster can leave kubenet for.',
    facts: [facts.kubenetEnds, facts.kubenetMoves],
    runnersUp: [
      {
        outcome: 'kubenet',
        when: { size: ['to-400-nodes'] },
        lastDay: facts.kubenetEnds.lastDay,
        because: 'It gives time until its support ends, and no more.',
        facts: [facts.kubenetEnds],
      },
      {
        outcome: 'overlay-azure',
        because:
          'Its data plane and policies would be the next to be replaced.',
        facts: [facts.kubenetMoves],
      },
    ],
  },
  {
    outcome: 'overlay-cilium',
    when: { addresses: ['scarce'] },
    because:
      'Pods take no addresses of the virtual network, which has few to spare.',
    facts: [facts.overlayDefault],
    runnersUp: [
      {
        outcome: 'overlay-azure',
        because: 'It saves as many addresses, but only Windows nodes need it.',
        facts: [facts.ciliumIsLinux],
      },
    ],
  },
  {
    outcome: 'overlay-cilium',
    when: { size: ['beyond-400-nodes', 'beyond-64k-pods'] },
    because: 'It grows to thousands of nodes without planning addresses.',
    facts: [facts.overlayDefault],
    runnersUp: [podSubnetForNothing],
  },
  {
    outcome: 'overlay-cilium',
    when: { podAddresses: ['hidden'], virtualNodes: ['no'] },
    because:
      'It is the default, and nothing outside needs the addresses of pods.',
    facts: [facts.overlayDefault],
    runnersUp: [podSubnetForNothing],
  },
];
