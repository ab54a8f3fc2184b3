import { Condition, DecisionTable } from '../DecisionTable';

/**
 * What decides how the nodes of a cluster are scaled.
 *
 * @public
 */
export type NodeScalingAnswers = {
  cluster: 'standard' | 'automatic';
  demand: 'varies' | 'constant';
  pools: 'mixed' | 'fixed' | 'both';
  os: 'linux' | 'windows';
  network: 'overlay-or-node-subnet' | 'calico' | 'pod-subnet';
  family: 'ipv4' | 'ipv6';
  stops: 'never' | 'stopped';
  identity: 'managed' | 'service-principal';
  disks: 'none' | 'zonal';
};

// Asked where node auto-provisioning is a choice, as it does not go with all.
const whereProvisioned: readonly Condition<NodeScalingAnswers>[] = [
  { cluster: ['automatic'] },
  { pools: ['mixed'] },
];

export const nodeScalingQuestions: DecisionTable<
  NodeScalingAnswers,
  string
>['questions'] = {
  cluster: {
    title: 'Cluster',
    text: 'Is it an AKS Automatic cluster?',
    options: { standard: 'No, AKS Standard', automatic: 'Yes' },
    assumed: 'standard',
  },
  demand: {
    title: 'Demand',
    text: 'Does the room that pods need vary?',
    options: {
      varies: 'Yes, with their number or size',
      constant: 'No, it hardly varies',
    },
    assumed: 'varies',
    askedWhen: [{ cluster: ['standard'] }],
  },
  pools: {
    title: 'Machines',
    text: 'Who chooses the sizes of the machines?',
    options: {
      mixed:
        'The platform, by what pods need: mixed sizes, some spot, packed tightly',
      fixed: 'We do: pools of sizes that we name',
      both: 'Both: the platform, and autoscaled pools of ours beside it',
    },
    assumed: 'mixed',
    askedWhen: [{ cluster: ['standard'], demand: ['varies'] }],
  },
  os: {
    title: 'Operating system',
    text: 'Are there Windows nodes?',
    options: { linux: 'No, Linux only', windows: 'Yes' },
    assumed: 'linux',
    askedWhen: whereProvisioned,
  },
  network: {
    title: 'Network',
    text: 'How is the network of the pods set up?',
    options: {
      'overlay-or-node-subnet':
        'Azure CNI Overlay or Node Subnet, without Calico',
      calico: 'With Calico',
      'pod-subnet': 'Azure CNI Pod Subnet (dynamic addresses)',
    },
    assumed: 'overlay-or-node-subnet',
    askedWhen: whereProvisioned,
  },
  family: {
    title: 'Addresses',
    text: 'Does the cluster use IPv6?',
    options: { ipv4: 'No, IPv4 only', ipv6: 'Yes, alone or beside IPv4' },
    assumed: 'ipv4',
    askedWhen: whereProvisioned,
  },
  stops: {
    title: 'Stops',
    text: 'Is the whole cluster stopped at times, to save cost?',
    options: { never: 'No', stopped: 'Yes' },
    assumed: 'never',
    askedWhen: whereProvisioned,
  },
  identity: {
    title: 'Identity',
    text: 'What does the cluster sign in to Azure with?',
    options: {
      managed: 'A managed identity',
      'service-principal': 'A service principal',
    },
    assumed: 'managed',
    askedWhen: whereProvisioned,
  },
  disks: {
    title: 'Disks',
    text: 'Do pods have disks that are bound to a zone?',
    options: { none: 'No', zonal: 'Yes, as StatefulSets often do' },
    assumed: 'none',
    askedWhen: [{ cluster: ['standard'], demand: ['varies'] }],
  },
};
