import { ObjectRef } from '@backstage-aks/insight';
import { AksTranslate } from '../translation';

/**
 * What a way in is called: its host name, or else the object that takes
 * traffic under any name.
 */
export function wayTitle(
  { host, route }: { host: string; route: ObjectRef },
  t: AksTranslate,
): string {
  if (host) {
    return host;
  }
  return route.kind === 'Service'
    ? t('way.loadBalancer', { name: route.name })
    : t('way.anyHost', { kind: route.kind, name: route.name });
}
