import {
  HostEntry,
  HostList,
  hostListSchema,
} from '@backstage-aks/plugin-aks-common';
import { production } from './clusters';

/** A host name of the shop that reaches its pods. */
export function hostEntry(changes: Partial<HostEntry> = {}): HostEntry {
  return {
    host: 'shop.contoso.example',
    cluster: production,
    route: { kind: 'Ingress', namespace: 'shop', name: 'shop-front' },
    className: 'webapprouting.kubernetes.azure.com',
    addresses: [{ ip: '20.61.7.10' }],
    tls: true,
    verdict: 'ok',
    sentence: 'shop.contoso.example reaches its pods.',
    owners: ['group:default/storefront'],
    entities: [{ entityRef: 'component:default/shop-front', title: 'Shop' }],
    ...changes,
  };
}

/** A page of hosts. */
export function hostList(
  items: HostEntry[] = [hostEntry()],
  changes: Partial<HostList> = {},
): HostList {
  return hostListSchema.parse({
    items,
    totalItems: items.length,
    judged: items.length,
    classes: ['traefik', 'webapprouting.kubernetes.azure.com'],
    clusters: [production],
    sources: [{ cluster: production, freshness: { state: 'live' }, kinds: [] }],
    scopes: ['c1a2/shop'],
    ...changes,
  });
}
