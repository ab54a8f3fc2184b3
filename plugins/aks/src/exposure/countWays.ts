import { AksTranslate } from '../translation';

/**
 * How many host names there are; or ways in, where these are not as many: a load
 * balancer has no host name, and a host name may have several ways in.
 */
export function countWays(ways: { host: string }[], t: AksTranslate): string {
  const count = ways.length;
  const hosts = new Set(ways.flatMap(({ host }) => (host ? [host] : [])));
  return hosts.size === count
    ? t('exposure.hosts', { count })
    : t('exposure.ways', { count });
}
