import { HostEntry, HostList } from '@backstage-aks/plugin-aks-common';
import { fitting, shortened } from './fitting';
import { notCurrent } from './notCurrent';

const TEXT = 400;
const FEW = 5;

/** What the action `find-host` tells of a page of hosts. */
export function foundHosts(list: HostList) {
  const total = list.totalItems;
  const all = list.items.map(told);
  const frame = { total, notCurrent: notCurrent(list.sources) };
  const hosts = fitting(all, { ...frame, note: noteOn(total, 0) });
  return { ...frame, hosts, note: noteOn(total, hosts.length) };
}

function noteOn(total: number, shown: number): string {
  if (total === 0) {
    return 'No host name or address that you may see matches. One in a namespace that you may not see is not found.';
  }
  return shown === total
    ? 'Nothing was left out.'
    : `${
        total - shown
      } of ${total} are left out to keep the answer short. Ask for more of the name, or page through GET /api/aks/v1/hosts.`;
}

function told(entry: HostEntry) {
  const { host, cluster, route, addresses, finding, brokenAt } = entry;
  return {
    host,
    cluster: cluster.name,
    environment: cluster.environment,
    route: `${route.kind} ${route.namespace}/${route.name}`,
    ...(entry.className && { className: entry.className }),
    addresses: addresses
      .flatMap(({ ip, hostname }) => ip ?? hostname ?? [])
      .slice(0, FEW),
    ...(entry.unseen && { unseen: entry.unseen }),
    verdict: entry.verdict,
    sentence: shortened(entry.sentence, TEXT),
    ...(brokenAt && { brokenAt }),
    ...(finding && {
      rule: finding.rule,
      remedy: shortened(finding.remedy, TEXT),
    }),
    owners: entry.owners.slice(0, FEW),
    entities: entry.entities.map(({ entityRef }) => entityRef),
  };
}
