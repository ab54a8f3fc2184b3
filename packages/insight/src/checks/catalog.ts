import { Check, CheckInfo } from './Check';
import { safeguardChecks } from './safeguards/safeguardChecks';
import { baselineChecks } from './security/baselineChecks';
import { restrictedChecks } from './security/restrictedChecks';
import { configurationChecks } from './workloads/configurationChecks';
import { disruptionChecks } from './workloads/disruptionChecks';
import { exposureChecks } from './workloads/exposureChecks';
import { jobChecks } from './workloads/jobChecks';
import { kindChecks } from './workloads/kindChecks';
import { metricChecks } from './workloads/metricChecks';
import { placementChecks } from './workloads/placementChecks';
import { probeChecks } from './workloads/probeChecks';
import { resourceChecks } from './workloads/resourceChecks';
import { scalingChecks } from './workloads/scalingChecks';
import { selectionChecks } from './workloads/selectionChecks';
import { statefulChecks } from './workloads/statefulChecks';
import { storageChecks } from './workloads/storageChecks';

/** Every check, in the order in which findings are told. */
export const checks: readonly Check[] = [
  ...kindChecks,
  ...selectionChecks,
  ...statefulChecks,
  ...storageChecks,
  ...jobChecks,
  ...scalingChecks,
  ...metricChecks,
  ...disruptionChecks,
  ...configurationChecks,
  ...resourceChecks,
  ...probeChecks,
  ...placementChecks,
  ...exposureChecks,
  ...baselineChecks,
  ...restrictedChecks,
  ...safeguardChecks,
];

/**
 * Every check, for pages and documents that list them.
 *
 * @public
 */
export const checkCatalog: readonly CheckInfo[] = checks.map(
  ({ id, title, family, severity, judges, reads, level, fact }) => ({
    id,
    title,
    family,
    severity,
    judges,
    reads,
    ...(level && { level }),
    fact,
  }),
);
