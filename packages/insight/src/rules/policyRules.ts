import { Remedy } from '../exposure';
import { EntrySource } from '../policies/entrySource';
import { PathAdmission } from '../policies/pathAdmission';
import { NetworkPolicyRecord } from '../records/networking';
import { refOf } from '../RecordSet';
import { change, kubectl, kubectlPatch } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { counted, listed, named } from './words';

// Not under `reads`: where policies are not known, nothing is said of them, as of
// those of Cilium and Calico. Whether any hold at all is the network's affair.
const cutOff: ExposureRule = {
  id: 'IN61',
  title: 'A NetworkPolicy keeps the controller from the pods',
  family: 'ingress',
  hop: 'pods',
  severity: 'error',
  reads: ['Service', 'Pod'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    date: '2026-11-24',
    verified: true,
  },
  judge({ admission, route }, { knows }) {
    if (!knows('NetworkPolicy') || !admission || admission.denied.length < 1) {
      return undefined;
    }
    const { source, denied, of, policies, port } = admission;
    const who = describe(source);
    const all = denied.length === of;
    // A node may put its own address for the client's unless traffic is to stay
    // on it, and a pod's own node always gets through.
    const viaNode =
      route.record.kind === 'Service' && !route.record.localTraffic;
    const names = policies.map(({ name }) => name);
    return {
      severity: all && !viaNode ? 'error' : 'warning',
      ...(viaNode && all && { doubt: true as const }),
      status: all
        ? 'cut off by a NetworkPolicy'
        : `${denied.length} of ${of} cut off by a NetworkPolicy`,
      clause: `the NetworkPolicy ${names[0]} does not let ${
        source.name
      } in to ${all ? 'the pods' : `${denied.length} of ${of} pods`}`,
      cause: `${named(policies[0])}${
        policies.length > 1 ? ` (with ${listed(names.slice(1))})` : ''
      } selects ${counted(
        denied.length,
        'pod',
      )} behind the Service, and lets nobody in to port ${port} who could be ${who}. It holds where the cluster has a network policy engine.`,
      remedy: remedyFor(admission, policies[0]),
      evidence: policies.slice(0, 5).map(policy => ({
        object: refOf(policy),
        field: 'spec.ingress',
        value: policy.ingress?.length
          ? `${counted(policy.ingress.length, 'rule')}, none for ${who}`
          : 'no rule',
      })),
    };
  },
};

function describe({ name, namespace, podLabels }: EntrySource): string {
  const labels = Object.entries(podLabels.labels).map(
    ([key, value]) => `${key}=${value}`,
  );
  const place = [
    ...(namespace === undefined ? [] : [`namespace ${namespace}`]),
    ...(labels.length > 0 ? [`pods with ${listed(labels)}`] : []),
  ];
  return place.length > 0 ? `${name} (${place.join(', ')})` : name;
}

function remedyFor(
  { source, port, protocol }: PathAdmission,
  policy: NetworkPolicyRecord,
): Remedy {
  const { namespace, podLabels } = source;
  if (source.outside || namespace === undefined) {
    return {
      text: source.outside
        ? `Let the addresses in from which ${source.name} sends, by an ipBlock in a rule of ${policy.name} for port ${port}.`
        : `Let the pods of ${source.name} in by a rule of ${policy.name} for port ${port}, with their namespace and labels.`,
      command: kubectl(
        policy.namespace,
        'describe',
        `networkpolicy/${policy.name}`,
      ),
    };
  }
  const hasLabels = Object.keys(podLabels.labels).length > 0;
  const rule = {
    from: [
      {
        namespaceSelector: {
          matchLabels: { 'kubernetes.io/metadata.name': namespace },
        },
        ...(hasLabels && { podSelector: { matchLabels: podLabels.labels } }),
      },
    ],
    ports: [{ port, protocol }],
  };
  return change(policy, {
    text: `Let ${describe(source)} in to port ${port} by a rule of ${
      policy.name
    }.`,
    command: kubectlPatch(policy, {
      type: 'json',
      body: [
        policy.ingress?.length
          ? { op: 'add', path: '/spec/ingress/-', value: rule }
          : { op: 'add', path: '/spec/ingress', value: [rule] },
      ],
    }),
  });
}

/** What NetworkPolicies bar. */
export const policyRules: readonly ExposureRule[] = [cutOff];
