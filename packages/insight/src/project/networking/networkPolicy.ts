import { Projection } from '../../edge';
import {
  NetworkPolicyRecord,
  PolicyPeer,
  PolicyPort,
  PolicyRule,
} from '../../records/networking';
import {
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  portNumber,
  present,
  reason,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { openSelector } from '../selectors';
import { cidrsIn } from './addresses';

export function projectNetworkPolicy(object: unknown): Projection | undefined {
  const metadata = metadataOf('NetworkPolicy', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const spec = fieldsAt(object, 'spec');
  const selector = openSelector(spec.podSelector) ?? [];
  const types = directionsOf(spec);
  const record: NetworkPolicyRecord = present({
    ...metadata,
    selector,
    ingress: types.includes('Ingress')
      ? fieldsIn(spec.ingress).map(rule => policyRule(rule, rule.from))
      : undefined,
    egress: types.includes('Egress')
      ? fieldsIn(spec.egress).map(rule => policyRule(rule, rule.to))
      : undefined,
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      { relation: 'selects', to: { kind: 'Pod', namespace, selector } },
    ],
  };
}

// Where the types are not said, Ingress is one, and Egress where there are
// rules for it (networking.k8s.io/v1 NetworkPolicySpec, Kubernetes 1.36).
function directionsOf(spec: Fields): unknown[] {
  if (Array.isArray(spec.policyTypes) && spec.policyTypes.length > 0) {
    return spec.policyTypes;
  }
  return fieldsIn(spec.egress).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

function policyRule(rule: Fields, peers: unknown): PolicyRule {
  const ports = fieldsIn(rule.ports);
  return present<PolicyRule>({
    peers: isFilled(peers) ? fieldsIn(peers).flatMap(peer) : undefined,
    ports: isFilled(rule.ports) ? ports.map(policyPort) : undefined,
  });
}

// A peer that cannot be read is left out of a list, which stays: without it,
// everybody would be let in.
function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function peer(entry: Fields): PolicyPeer[] {
  const block = fieldsAt(entry, 'ipBlock');
  const [cidr] = cidrsIn([block.cidr]);
  if (cidr) {
    return [{ cidr, except: cidrsIn(block.except) }];
  }
  const pods = openSelector(entry.podSelector);
  const namespaces = openSelector(entry.namespaceSelector);
  return pods || namespaces ? [present<PolicyPeer>({ pods, namespaces })] : [];
}

function policyPort(entry: Fields): PolicyPort {
  return present<PolicyPort>({
    protocol: reason(entry.protocol) ?? 'TCP',
    port: portNumber(entry.port) ?? nameIn(entry.port),
    endPort: portNumber(entry.endPort),
  });
}
