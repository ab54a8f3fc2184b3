import { ClusterExposure } from '@backstage-aks/plugin-aks-common';

/** More paths than this do not fit a screen. */
const FEW = 5;

/**
 * Which paths are drawn without being asked for: those that are not well, the
 * first of them where they are many. Where all are well, all if they are few.
 *
 * @param exposures - the worst first.
 */
export function openAtFirst(
  exposures: ClusterExposure[],
): Set<ClusterExposure> {
  const unwell = exposures.filter(({ verdict }) => verdict !== 'ok');
  if (unwell.length > 0) {
    return new Set(unwell.slice(0, FEW));
  }
  return new Set(exposures.length <= FEW ? exposures : []);
}
