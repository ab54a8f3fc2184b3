import { DecisionTable } from '../DecisionTable';
import { CniAnswers } from './cniQuestions';

/**
 * The networks a cluster can have. kubenet is a runner-up at most: its support
 * ends.
 *
 * @public
 */
export type CniOutcome =
  | 'overlay-cilium'
  | 'overlay-azure'
  | 'pod-subnet-cilium'
  | 'pod-subnet-cilium-static'
  | 'pod-subnet-azure'
  | 'node-subnet-cilium'
  | 'bring-your-own'
  | 'kubenet';

const azureWithCilium = {
  'networkProfile.networkPlugin': 'azure',
  'networkProfile.networkDataplane': 'cilium',
  'networkProfile.networkPolicy': 'cilium',
};
const azureWithCalico = {
  'networkProfile.networkPlugin': 'azure',
  'networkProfile.networkDataplane': 'azure',
  'networkProfile.networkPolicy': 'calico',
};
const overlay = { 'networkProfile.networkPluginMode': 'overlay' };

export const cniOutcomes: DecisionTable<CniAnswers, CniOutcome>['outcomes'] = {
  'overlay-cilium': {
    title: 'Azure CNI Overlay with Cilium',
    text: 'Pods have addresses of a range of their own, and eBPF carries their traffic and enforces network policies.',
    settings: { ...azureWithCilium, ...overlay },
  },
  'overlay-azure': {
    title: 'Azure CNI Overlay with the Azure data plane',
    text: 'Pods have addresses of a range of their own; Calico enforces network policies.',
    settings: { ...azureWithCalico, ...overlay },
  },
  'pod-subnet-cilium': {
    title: 'Azure CNI Pod Subnet with Cilium',
    text: 'Pods have addresses of a subnet of their own, given out as they start.',
    settings: {
      ...azureWithCilium,
      'agentPoolProfiles[].podIPAllocationMode': 'DynamicIndividual',
    },
  },
  'pod-subnet-cilium-static': {
    title: 'Azure CNI Pod Subnet with Cilium, static blocks',
    text: 'Pods have addresses of a subnet of their own, given to nodes in blocks.',
    settings: {
      ...azureWithCilium,
      'agentPoolProfiles[].podIPAllocationMode': 'StaticBlock',
    },
  },
  'pod-subnet-azure': {
    title: 'Azure CNI Pod Subnet with the Azure data plane',
    text: 'Pods have addresses of a subnet of their own; Calico enforces network policies.',
    settings: azureWithCalico,
  },
  'node-subnet-cilium': {
    title: 'Azure CNI Node Subnet',
    text: 'Pods have addresses of the subnet that their nodes are in. A legacy mode, for small clusters.',
    settings: azureWithCilium,
  },
  'bring-your-own': {
    title: 'A network plugin of your own',
    text: 'The cluster comes without a plugin; a team of yours installs it and looks after it with the vendor.',
    settings: { 'networkProfile.networkPlugin': 'none' },
  },
  kubenet: {
    title: 'kubenet, as it is',
    text: 'Stay where you are, up to 400 nodes.',
    settings: { 'networkProfile.networkPlugin': 'kubenet' },
  },
};
