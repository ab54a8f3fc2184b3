import { DecisionTable } from '../DecisionTable';
import * as facts from './cniFacts';
import { CniOutcome, cniOutcomes } from './cniOutcomes';
import { CniAnswers, cniQuestions } from './cniQuestions';
import { cniRows } from './cniRows';

/**
 * Which network plugin, addresses and data plane a cluster gets.
 *
 * @public
 */
export const cniTable: DecisionTable<CniAnswers, CniOutcome> = {
  id: 'cni',
  title: 'Network plugin',
  text: 'Which network plugin a cluster gets, where its pods have their addresses from, and which data plane carries their traffic.',
  questions: cniQuestions,
  outcomes: cniOutcomes,
  contradictions: [
    {
      id: 'automatic-with-another-network',
      title: 'AKS Automatic with another network',
      whenAny: [
        { cluster: ['automatic'], windows: ['yes'] },
        { cluster: ['automatic'], features: ['vendor'] },
        { cluster: ['automatic'], podAddresses: ['direct'] },
        { cluster: ['automatic'], virtualNodes: ['yes'] },
      ],
      because:
        'AKS Automatic comes with Azure CNI Overlay and Cilium, and neither can be exchanged.',
      remedy: 'Use an AKS Standard cluster, or do without it.',
      facts: [facts.automaticNetwork, facts.ciliumIsLinux],
    },
    {
      id: 'vendor-without-support',
      title: 'A vendor’s plugin that nobody looks after',
      whenAny: [{ features: ['vendor'], support: ['microsoft'] }],
      because:
        'Microsoft does not look after a plugin that you bring yourselves.',
      remedy:
        'Find a team that can, with the vendor’s support; or do without the feature.',
      facts: [facts.unsupportedPlugin],
    },
    {
      id: 'pod-addresses-that-are-scarce',
      title: 'An address for every pod where addresses are scarce',
      whenAny: [
        { podAddresses: ['direct'], addresses: ['scarce'] },
        { virtualNodes: ['yes'], addresses: ['scarce'] },
      ],
      because:
        'Direct pod addresses and virtual nodes take an address of the virtual network for every pod.',
      remedy:
        'Enlarge the virtual network; or reach pods through a load balancer or gateway, and do without virtual nodes.',
      facts: [facts.podSubnetSizes],
    },
    {
      id: 'kubenet-with-windows',
      title: 'kubenet with Windows nodes',
      whenAny: [{ existing: ['kubenet'], windows: ['yes'] }],
      because:
        'A cluster with kubenet cannot have Windows nodes, and the profile for them cannot be added later.',
      remedy: 'Create a new cluster, and answer for that one.',
      facts: [facts.windowsAtCreation],
    },
    {
      id: 'kubenet-to-something-else',
      title: 'kubenet to something else than Overlay',
      whenAny: [
        { existing: ['kubenet'], features: ['vendor'] },
        { existing: ['kubenet'], podAddresses: ['direct'] },
        { existing: ['kubenet'], virtualNodes: ['yes'] },
      ],
      because:
        'The only way for a cluster to leave kubenet is Azure CNI Overlay.',
      remedy:
        'Create a new cluster, and answer for that one; or move to Overlay and do without it.',
      facts: [facts.kubenetMoves],
    },
  ],
  rows: cniRows,
  remarks: [
    {
      when: {},
      because: 'Name the network plugin in the request, whichever it is.',
      facts: [facts.namePlugin],
    },
    {
      when: { existing: ['npm'], windows: ['no'] },
      outcomes: [
        'overlay-cilium',
        'pod-subnet-cilium',
        'pod-subnet-cilium-static',
        'node-subnet-cilium',
      ],
      because:
        'Move the data plane to Cilium, which replaces Network Policy Manager and reimages all nodes; a change of the address mode is another step.',
      facts: [facts.npmOnLinuxEnds],
    },
    {
      when: { existing: ['npm'], windows: ['yes'] },
      because: 'Replace Network Policy Manager by Calico.',
      facts: [facts.npmOnWindowsEnds],
    },
    {
      when: { size: ['beyond-64k-pods'] },
      outcomes: ['pod-subnet-azure'],
      because: 'Give out pod addresses in static blocks.',
      facts: [facts.podSubnetSizes],
    },
  ],
};
