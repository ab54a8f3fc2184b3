import { Route } from '../exposures/Route';
import { Trouble } from '../foldEvents';
import { ClusterExternalDNSRecord, ExternalDNSRecord } from '../records/dns';
import { RecordSet, refOf } from '../RecordSet';
import { change, kubectl } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { lastReported, troubleEvidence, troublesOf } from './troubles';
import { named } from './words';

type ManagedExternalDns = ExternalDNSRecord | ClusterExternalDNSRecord;

const notSetUp: ExposureRule = {
  id: 'IN27',
  title: 'The external-dns of application routing cannot be set up',
  family: 'ingress',
  hop: 'address',
  ofHost: true,
  severity: 'warning',
  // Not ExternalDNS: a cluster without application routing has none.
  reads: [],
  fact: {
    source:
      'https://github.com/Azure/aks-app-routing-operator/tree/main/pkg/controller/dns',
    date: '2026-11-28',
    verified: true,
  },
  judge({ route }, { records }) {
    const keeper = keepersOf(route, records).flatMap(record => {
      const trouble = troublesOf(record, records).find(
        ({ reason }) => reason === 'FailedUpdateOrCreateExternalDNSResources',
      );
      return trouble ? [{ record, trouble }] : [];
    })[0];
    if (!keeper) {
      return undefined;
    }
    const { record, trouble } = keeper;
    const runs = record.readyReplicas > 0;
    const why = explain(record, trouble);
    return {
      severity: runs ? 'info' : 'warning',
      status: runs ? 'assigned; a change of DNS failed' : 'DNS record not kept',
      clause: `application routing does not keep the DNS record of ${route.host}: ${why.what}`,
      cause: `${named(record)} is to keep the DNS record of ${
        route.host
      }, and application routing cannot ${
        runs ? 'change' : 'set up'
      } its external-dns: ${why.what}${lastReported(trouble)}. ${
        runs
          ? 'The one that runs goes on as before.'
          : 'Whether something else keeps the record is not known.'
      }`,
      remedy: change(record, {
        text: why.remedy,
        command: kubectl(
          record.namespace,
          'describe',
          `${record.kind.toLowerCase()}/${record.name}`,
        ),
      }),
      evidence: [
        troubleEvidence(trouble),
        {
          object: refOf(record),
          field: 'status.externalDNSReadyReplicas',
          value: `${record.readyReplicas}`,
        },
      ],
    };
  },
};

/** Those that are to keep the record of a route's host. */
function keepersOf(
  { record, host, attachment }: Route,
  records: RecordSet,
): ManagedExternalDns[] {
  if (host === '' || record.kind === 'Service') {
    return [];
  }
  const source = attachment ? 'gateway' : 'ingress';
  return [
    ...records.of('ExternalDNS', record.namespace),
    ...records.of('ClusterExternalDNS'),
  ].filter(
    ({ zones, sources }) =>
      sources.some(name => name.toLowerCase() === source) &&
      zones.some(zone => covers(zone, host)),
  );
}

/** Whether a host is in the DNS zone of an ARM id. */
function covers(zone: string, host: string): boolean {
  const name = zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
  const wanted = host.toLowerCase();
  return wanted === name || wanted.endsWith(`.${name}`);
}

function explain(
  { serviceAccount, runsIn }: ManagedExternalDns,
  { signals }: Trouble,
): { what: string; remedy: string } {
  const account = serviceAccount ?? 'that it names';
  if (signals.includes('account-missing')) {
    return {
      what: `the service account ${account} does not exist in ${runsIn}`,
      remedy: `Create the service account ${account} in ${runsIn}, with the annotation azure.workload.identity/client-id, or name another one.`,
    };
  }
  return signals.includes('account-without-identity')
    ? {
        what: `the service account ${account} has no identity of Azure`,
        remedy: `Give the service account ${account} in ${runsIn} the annotation azure.workload.identity/client-id with the client id of a managed identity.`,
      }
    : {
        what: 'its events say why',
        remedy: 'Read its events, and correct what they quote.',
      };
}

/** Who is to keep the DNS records of hosts. */
export const externalDnsRules: readonly ExposureRule[] = [notSetUp];
