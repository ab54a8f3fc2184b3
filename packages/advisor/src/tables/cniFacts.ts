import { Fact } from '../DecisionTable';
import { aksPage } from '../sources';

const plan = aksPage('plan-pod-networking', 'Plan pod networking in AKS');
const overview = aksPage(
  'concepts-network-cni-overview',
  'Network plugins in AKS',
);
const cilium = aksPage('azure-cni-powered-by-cilium', 'Azure CNI with Cilium');
const update = aksPage('update-azure-cni', 'Update the network of a cluster');
const sizes = aksPage(
  'concepts-network-ip-address-planning',
  'Plan IP addresses in AKS',
);

export const overlayDefault: Fact = {
  text: 'Azure CNI Overlay is the recommended default. It takes an address of the virtual network for each node but not for pods, and goes up to 5,000 nodes.',
  source: plan,
};

export const namePlugin: Fact = {
  text: 'Sources disagree on the plugin that AKS takes when none is named, so always name it.',
  source: aksPage('azure-cni-overlay', 'Azure CNI Overlay in AKS'),
};

export const ciliumIsLinux: Fact = {
  text: 'The Cilium data plane works with each address mode of Azure CNI, on Linux nodes only.',
  source: cilium,
};

export const automaticNetwork: Fact = {
  text: 'AKS Automatic always has Azure CNI Overlay with Cilium.',
  source: aksPage('intro-aks-automatic', 'What is AKS Automatic?'),
};

export const unsupportedPlugin: Fact = {
  text: 'With networkPlugin none, Microsoft does not support problems of the network plugin.',
  source: plan,
};

export const podSubnetSizes: Fact = {
  text: 'Pod Subnet gives out addresses one by one up to about 64,000, and in static blocks of 16 up to about a million.',
  source: sizes,
};

export const nodeSubnetReserves: Fact = {
  text: 'Node Subnet is a legacy mode and reserves addresses for the most pods that a node may have, used or not.',
  source: sizes,
};

export const kubenetEnds: Fact = {
  text: 'The support of kubenet ends on 2028-03-31.',
  source: overview,
  lastDay: '2028-03-31',
  afterwards: 'The support of kubenet ended on 2028-03-31.',
};

export const kubenetMoves: Fact = {
  text: 'A cluster with kubenet can move to Azure CNI Overlay, one way, with all nodes reimaged at once.',
  source: update,
};

export const windowsAtCreation: Fact = {
  text: 'Windows needs a profile that is set when a cluster is created, and does not work with kubenet.',
  source: aksPage('create-node-pools', 'Create node pools in AKS'),
};

export const npmOnLinuxEnds: Fact = {
  text: 'The support of Azure Network Policy Manager on Linux ends on 2028-09-30.',
  source: overview,
  lastDay: '2028-09-30',
  afterwards:
    'The support of Azure Network Policy Manager on Linux ended on 2028-09-30.',
};

export const npmOnWindowsEnds: Fact = {
  text: 'The support of Azure Network Policy Manager on Windows ends on 2026-09-30.',
  source: overview,
  lastDay: '2026-09-30',
  afterwards:
    'The support of Azure Network Policy Manager on Windows ended on 2026-09-30.',
};
