import { DecisionTable } from '../DecisionTable';

/**
 * What decides the network plugin of a cluster.
 *
 * @public
 */
export type CniAnswers = {
  cluster: 'standard' | 'automatic';
  existing: 'new' | 'kubenet' | 'npm';
  windows: 'no' | 'yes';
  features: 'azure' | 'vendor';
  support: 'own-team' | 'microsoft';
  podAddresses: 'hidden' | 'direct';
  virtualNodes: 'no' | 'yes';
  size: 'to-400-nodes' | 'beyond-400-nodes' | 'beyond-64k-pods';
  addresses: 'enough' | 'scarce';
  vnet: 'own' | 'managed';
};

export const cniQuestions: DecisionTable<CniAnswers, string>['questions'] = {
  cluster: {
    title: 'Cluster',
    text: 'Is it an AKS Automatic cluster?',
    options: { standard: 'No, AKS Standard', automatic: 'Yes' },
    assumed: 'standard',
  },
  existing: {
    title: 'Today',
    text: 'Is there a cluster already?',
    options: {
      new: 'No, it is a new one',
      kubenet: 'Yes, with kubenet',
      npm: 'Yes, with Azure Network Policy Manager',
    },
    assumed: 'new',
    askedWhen: [{ cluster: ['standard'] }],
  },
  windows: {
    title: 'Windows',
    text: 'Are Windows nodes needed?',
    options: { no: 'No, Linux only', yes: 'Yes' },
    assumed: 'no',
  },
  features: {
    title: 'Features',
    text: 'Is a feature needed that only the vendor of another plugin offers?',
    options: {
      azure: 'No, what Azure offers is enough',
      vendor:
        'Yes, such as an edition of Calico or Cilium that AKS does not have',
    },
    assumed: 'azure',
    askedWhen: [{ windows: ['no'] }],
  },
  support: {
    title: 'Support',
    text: 'Who looks after the network plugin?',
    options: {
      'own-team': 'A team of ours can, with the vendor',
      microsoft: 'Nobody of ours; Microsoft has to',
    },
    assumed: 'microsoft',
    askedWhen: [{ features: ['vendor'] }],
  },
  podAddresses: {
    title: 'Pod addresses',
    text: 'Must systems outside the cluster reach pods at their own addresses?',
    options: {
      hidden: 'No, through load balancers and gateways',
      direct: 'Yes, directly',
    },
    assumed: 'hidden',
  },
  virtualNodes: {
    title: 'Virtual nodes',
    text: 'Are virtual nodes needed?',
    options: { no: 'No', yes: 'Yes' },
    assumed: 'no',
  },
  size: {
    title: 'Size',
    text: 'How large will the cluster become?',
    options: {
      'to-400-nodes': 'Up to 400 nodes',
      'beyond-400-nodes': 'More than 400 nodes, up to 64,000 pods',
      'beyond-64k-pods': 'More than 64,000 pods',
    },
    assumed: 'to-400-nodes',
  },
  addresses: {
    title: 'Free addresses',
    text: 'Are there enough free addresses in the virtual network for every pod?',
    options: { enough: 'Yes', scarce: 'No, they are scarce' },
    assumed: 'enough',
  },
  vnet: {
    title: 'Virtual network',
    text: 'Whose virtual network is it?',
    options: {
      own: 'Ours',
      managed: 'One that AKS makes and manages',
    },
    assumed: 'own',
    askedWhen: [
      {
        podAddresses: ['direct'],
        virtualNodes: ['no'],
        windows: ['no'],
        size: ['to-400-nodes'],
      },
    ],
  },
};
