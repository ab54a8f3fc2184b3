import { Trouble } from '../../foldEvents';
import { Remedy } from '../../exposure';
import { ServiceRecord } from '../../records/networking';
import { change } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { BALANCED, loadBalancerOf } from './loadBalancerOf';
import { lastReported, troubleEvidence, troublesOf } from '../troubles';
import { named } from '../words';

/** Why Azure refused what a Service asks of its load balancer. */
interface Refusal {
  id: string;
  title: string;
  signals: readonly string[];
  status: string;
  /** What Azure says, to follow the Service's name and a colon. */
  explain(service: ServiceRecord): string;
  remedy(service: ServiceRecord): Remedy;
}

const PREFIX = 'service.beta.kubernetes.io/';

const refusals: readonly Refusal[] = [
  {
    id: 'IN02',
    title: 'The static address that the Service asks for does not exist',
    signals: ['address-missing'],
    status: 'address not found',
    explain: ({ loadBalancer }) =>
      `the address ${
        loadBalancer?.addresses.join(', ') || 'that it asks for'
      } was not found in ${resourceGroup(loadBalancer)}`,
    remedy: service =>
      change(service, {
        text: `Name a Standard public IP address of the cluster's region; where it lives in another resource group, set ${PREFIX}azure-load-balancer-resource-group to that.`,
      }),
  },
  {
    id: 'IN03',
    title: 'The public IP address that the Service names does not exist',
    signals: ['address-name-missing'],
    status: 'address not found',
    explain: ({ loadBalancer }) =>
      `there is no public IP address called ${
        loadBalancer?.publicIpNames.join(', ') || 'as it says'
      } in ${resourceGroup(loadBalancer)}`,
    remedy: service =>
      change(service, {
        text: `Correct ${PREFIX}azure-pip-name, or ${PREFIX}azure-load-balancer-resource-group where the address lives in another resource group.`,
      }),
  },
  {
    id: 'IN04',
    title: 'The cluster may not use the subnet or the public IP address',
    signals: ['azure-unauthorized', 'azure-linked-unauthorized'],
    status: 'not authorized',
    explain: () =>
      "the cluster's identity may not read or join the subnet or public IP address (AuthorizationFailed)",
    remedy: () => ({
      text: "Give the identity of the cluster's control plane the role Network Contributor on the subnet, the public IP address or their resource group.",
    }),
  },
  {
    id: 'IN05',
    title: 'The subscription has no public IP address left',
    signals: ['address-count-limit'],
    status: 'address quota used up',
    explain: () =>
      'the subscription may have no more public IP addresses in this region (PublicIPCountLimitReached)',
    remedy: () => ({
      text: 'Ask for a higher limit of public IP addresses, or release some that nobody uses.',
    }),
  },
  {
    id: 'IN06',
    title: 'The private address is taken, or the subnet is full',
    signals: ['subnet-full', 'private-address-taken'],
    status: 'no private address',
    explain: ({ loadBalancer }) =>
      `the subnet${
        loadBalancer?.subnet ? ` ${loadBalancer.subnet}` : ''
      } has no address for it: the one it asks for is taken, or all are`,
    remedy: service =>
      change(service, {
        text: `Ask for a free address, or for another subnet with ${PREFIX}azure-load-balancer-internal-subnet.`,
      }),
  },
  {
    id: 'IN07',
    title: 'Another Service has the DNS label',
    signals: ['dns-label-taken'],
    status: 'DNS label taken',
    explain: ({ loadBalancer }) =>
      `the DNS label ${
        loadBalancer?.dnsLabel ?? 'that it asks for'
      } belongs to another address or Service`,
    remedy: service =>
      change(service, {
        text: `Choose a label for ${PREFIX}azure-dns-label-name that nobody else has in this region.`,
      }),
  },
  {
    id: 'IN08',
    title: 'Two Services want one port of one address',
    signals: ['port-taken'],
    status: 'port taken',
    explain: () =>
      'another Service already has one of its ports on the same address',
    remedy: service =>
      change(service, {
        text: 'Give one of the two Services another port or another address.',
      }),
  },
  {
    id: 'IN28',
    title: 'A policy refuses the load balancer',
    signals: ['policy-disallows', 'azure-policy'],
    status: 'refused by policy',
    explain: ({ loadBalancer }) =>
      loadBalancer?.internal
        ? 'a policy of Azure does not allow what it asks for (RequestDisallowedByPolicy)'
        : 'a policy of Azure does not allow what it asks for (RequestDisallowedByPolicy), as a rule a public address',
    remedy: service =>
      change(service, {
        text: service.loadBalancer?.internal
          ? 'Ask those who keep the policies of the subscription which one it is.'
          : `Set ${PREFIX}azure-load-balancer-internal to "true", or ask those who keep the policies of the subscription.`,
      }),
  },
];

function ruleOf({
  id,
  title,
  signals,
  status,
  explain,
  remedy,
}: Refusal): ExposureRule {
  return {
    id,
    title,
    family: 'ingress',
    hop: 'address',
    routeKind: BALANCED,
    severity: 'error',
    // Without events nothing is said here; that there is no address is IN01's.
    reads: ['Service'],
    fact: {
      source:
        'https://github.com/kubernetes-sigs/cloud-provider-azure/tree/master/pkg/provider',
      date: '2026-08-19',
      verified: true,
    },
    judge(path, { records }) {
      const record = loadBalancerOf(path);
      if (!record) {
        return undefined;
      }
      const trouble = troublesOf(record, records).find(
        ({ warning, signals: said }) =>
          warning && said.some(signal => signals.includes(signal)),
      );
      return trouble && faultOf(record, trouble);
    },
  };

  // With an address, a later attempt may have gone well: that it did is no
  // warning, and not kept.
  function faultOf(record: ServiceRecord, trouble: Trouble) {
    const what = explain(record);
    const waits = record.addresses.length === 0;
    return {
      severity: waits ? ('error' as const) : ('info' as const),
      status: waits ? status : 'assigned; a change was refused',
      clause: `Azure gives the Service ${record.name} no address: ${what}`,
      cause: waits
        ? `${named(record)}: ${what}${lastReported(trouble)}.`
        : `${named(
            record,
          )} has an address, and yet a change to its load balancer was refused: ${what}${lastReported(
            trouble,
          )}. Whether a later attempt went well events do not tell.`,
      remedy: remedy(record),
      evidence: [troubleEvidence(trouble)],
    };
  }
}

function resourceGroup(settings: ServiceRecord['loadBalancer']): string {
  return settings?.resourceGroup
    ? `the resource group ${settings.resourceGroup}`
    : "the resource group of the cluster's nodes";
}

export const refusalRules: readonly ExposureRule[] = refusals.map(ruleOf);
