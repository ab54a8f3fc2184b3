import { IngressRecord } from '@backstage-aks/insight';

/** The host names that Ingresses claim, each once. */
export function claimedHosts(ingresses: readonly IngressRecord[]): string[] {
  return [
    ...new Set(
      ingresses.flatMap(({ rules }) => rules.flatMap(({ host }) => host ?? [])),
    ),
  ];
}

/** The addresses that Ingresses or Gateways were given, each once. */
export function givenAddresses(
  entries: readonly Pick<IngressRecord, 'addresses'>[],
): string[] {
  return [
    ...new Set(
      entries.flatMap(({ addresses }) =>
        addresses.flatMap(({ ip, hostname }) => ip ?? hostname ?? []),
      ),
    ),
  ];
}
