import { Check, CheckInfo } from './Check';
import { disruptionChecks } from './disruptionChecks';
import { kindChecks } from './kindChecks';
import { resourceChecks } from './resourceChecks';

/** Every check, in the order in which findings are told. */
export const checks: readonly Check[] = [
  ...kindChecks,
  ...disruptionChecks,
  ...resourceChecks,
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
