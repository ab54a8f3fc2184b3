import { ClusterExposure } from '@backstage-aks/plugin-aks-common';

/** More paths than this do not fit a screen. */
export const FEW = 5;

/**
 * Which paths of an environment are drawn without being asked for: the first of
 * those that are not well and, where few are on the page, those that are well
 * beside no other. Whoever comes for one host name has that open.
 *
 * @param exposures - the worst first.
 */
export function openAtFirst(
  exposures: ClusterExposure[],
  page: { few: boolean; wanted?: string },
): ClusterExposure[] {
  const unwell = exposures.filter(({ verdict }) => verdict !== 'ok');
  const wanted = exposures.filter(({ host }) => host === page.wanted);
  if (unwell.length > 0 || wanted.length > 0) {
    return [...wanted, ...unwell.slice(0, FEW)];
  }
  return page.few ? exposures : [];
}
