import {
  Address,
  IngressRecord,
  KubernetesRecord,
} from '@backstage-aks/insight';
import { AddressRow, HostRow } from './rows';
import { storable } from './storable';

// The longest name that DNS has is 253 characters; what is longer is no host
// name and only has to fit its column.
const LONGEST = 255;

/** The host names under which an object lets traffic in. */
export function hostRows(
  recordId: number,
  clusterId: string,
  record: KubernetesRecord,
): HostRow[] {
  const { kind, namespace, name } = record;
  return [...new Set(hostsOf(record).map(indexedText))].map(host => ({
    record_id: recordId,
    cluster_id: clusterId,
    kind,
    namespace: storable(namespace),
    name: storable(name),
    host,
    any_host: host === '' ? 1 : 0,
    class_name: classOf(record) ?? null,
  }));
}

/** The addresses under which traffic reaches an object. */
export function addressRows(
  recordId: number,
  clusterId: string,
  record: KubernetesRecord,
): AddressRow[] {
  const texts = addressesOf(record).flatMap(({ ip, hostname }) =>
    [ip, hostname].flatMap(text => text ?? []),
  );
  return [...new Set(texts.map(indexedText))].map(address => ({
    record_id: recordId,
    cluster_id: clusterId,
    kind: record.kind,
    address,
  }));
}

/** What of a record its host and address rows are made of. */
export function hostFacts(record: KubernetesRecord): unknown[] {
  const hosts = hostsOf(record);
  const addresses = addressesOf(record);
  return hosts.length + addresses.length > 0
    ? [hosts, addresses, classOf(record)]
    : [];
}

function hostsOf(record: KubernetesRecord): string[] {
  switch (record.kind) {
    case 'Ingress':
      return hostsOfIngress(record);
    case 'HTTPRoute':
    case 'GRPCRoute':
    case 'TLSRoute':
      return record.hostnames.length > 0 ? record.hostnames : [''];
    case 'Service':
      return record.type === 'LoadBalancer' ? [''] : [];
    default:
      return [];
  }
}

function hostsOfIngress({ rules, defaultBackend }: IngressRecord): string[] {
  const hosts = rules.map(({ host = '' }) => host);
  return defaultBackend ? [...hosts, ''] : hosts;
}

function addressesOf(record: KubernetesRecord): readonly Address[] {
  switch (record.kind) {
    case 'Ingress':
    case 'Service':
    case 'Gateway':
      return record.addresses;
    default:
      return [];
  }
}

// A route has the class of its Gateway, which is found by its edge.
function classOf(record: KubernetesRecord): string | undefined {
  return record.kind === 'Ingress'
    ? record.className ?? record.legacyClass
    : undefined;
}

/** A host name or an address as the indexes have it. */
export function indexedText(text: string): string {
  return storable(text.toLowerCase().slice(0, LONGEST));
}
