import { ClusterExposure } from '@backstage-aks/plugin-aks-common';

/** More paths than this do not fit a screen. */
const FEW = 5;

/**
 * Which paths are drawn without being asked for: all, where they are few; else
 * the first of those that are not well.
 *
 * @param exposures - the worst first.
 */
export function openAtFirst(
  exposures: ClusterExposure[],
): Set<ClusterExposure> {
  const wanted =
    exposures.length <= FEW
      ? exposures
      : exposures.filter(({ verdict }) => verdict !== 'ok').slice(0, FEW);
  return new Set(wanted);
}
