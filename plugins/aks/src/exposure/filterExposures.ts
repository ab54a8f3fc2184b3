import { Verdict } from '@backstage-aks/insight';
import {
  ClusterExposure,
  ExposureView,
} from '@backstage-aks/plugin-aks-common';

/** What somebody wants to see of a long list. */
export interface ExposureFilter {
  /** Part of a host name, an address or a path. */
  text: string;
  /** Undefined: every verdict. */
  verdict?: Verdict;
}

type Environments = ExposureView['environments'];

/** The environments with the exposures that fit, without those left empty. */
export function filterExposures(
  environments: Environments,
  { text, verdict }: ExposureFilter,
): Environments {
  const words = text.trim().toLowerCase();
  return environments
    .map(environment => ({
      ...environment,
      exposures: environment.exposures.filter(
        exposure =>
          (!verdict || exposure.verdict === verdict) &&
          (words === '' ||
            textsOf(exposure).some(found =>
              found.toLowerCase().includes(words),
            )),
      ),
    }))
    .filter(({ exposures }) => exposures.length > 0);
}

function textsOf(exposure: ClusterExposure): string[] {
  const { host, paths, addresses, route, cluster } = exposure;
  return [
    host,
    route.name,
    cluster.name,
    ...paths.map(({ path }) => path),
    ...addresses.flatMap(({ ip, hostname }) =>
      [ip ?? [], hostname ?? []].flat(),
    ),
  ];
}
