import { AksTranslate } from '../translation';

/** How many ways in there are; load balancers have no host name to count. */
export function countWays(ways: { host: string }[], t: AksTranslate): string {
  const count = ways.length;
  return ways.every(({ host }) => host !== '')
    ? t('exposure.hosts', { count })
    : t('exposure.ways', { count });
}
