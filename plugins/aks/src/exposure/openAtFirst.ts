import { ClusterExposure } from '@backstage-aks/plugin-aks-common';

/** More paths than this do not fit a screen. */
const FEW = 5;

/**
 * Which paths are drawn without being asked for: those that are not well, the
 * first of them where they are many. Where all are well, all if they are few.
 * Whoever comes for one host name has that open, and no other that is well.
 *
 * @param exposures - the worst first.
 */
export function openAtFirst(
  exposures: ClusterExposure[],
  wanted?: string,
): ClusterExposure[] {
  const unwell = exposures.filter(({ verdict }) => verdict !== 'ok');
  const wantedOnes = exposures.filter(({ host }) => host === wanted);
  if (unwell.length > 0 || wantedOnes.length > 0) {
    return [...wantedOnes, ...unwell.slice(0, FEW)];
  }
  return exposures.length <= FEW ? exposures : [];
}
